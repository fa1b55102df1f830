/*
 * The review of a list by keyboard: Alt+arrow down / up jump to the next marked box. The page has several forms:
 * whichever button is pressed, what was typed in the others is stored first; leaving the page with corrections
 * that were not saved is asked about. Without script everything works by the buttons.
 */
const form = document.querySelector("form.review");
const kept = [...document.querySelectorAll("form[data-kept]")];
const changed = new Set();

function jump(step) {
  const boxes = [...form.querySelectorAll(".cell-mend, .cell-look")];
  if (!boxes.length) return;
  const here = boxes.indexOf(document.activeElement);
  const next = boxes[(here + step + boxes.length) % boxes.length];
  next.focus();
  next.scrollIntoView({ block: "center" });
}

async function store(others, asked) {
  for (const one of others) {
    const answer = await fetch(one.action, { method: "POST", body: new FormData(one), redirect: "manual" });
    if (answer.type !== "opaqueredirect") return;
    changed.delete(one);
  }
  changed.delete(asked);
  asked.submit();
}

if (form) {
  document.addEventListener("keydown", (event) => {
    if (!event.altKey || !["ArrowDown", "ArrowUp"].includes(event.key)) return;
    event.preventDefault();
    jump(event.key === "ArrowDown" ? 1 : -1);
  });
}

kept.forEach((one) => one.addEventListener("input", () => { changed.add(one); }));

document.addEventListener("submit", (event) => {
  const asked = event.target;
  if (asked.method !== "post") return;
  const others = kept.filter((one) => one !== asked && changed.has(one));
  if (!others.length || asked.hasAttribute("data-gives-up")) {
    changed.clear();
    return;
  }
  event.preventDefault();
  store(others, asked);
});

window.addEventListener("beforeunload", (event) => { if (changed.size) event.preventDefault(); });
