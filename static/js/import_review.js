/*
 * The review of a list by keyboard: Alt+arrow down / up jump to the next marked box, and so does Enter in a marked
 * one, which ends at the button that saves. The page has several forms:
 * whichever button is pressed, what was typed in the others is stored first; leaving the page with corrections
 * that were not saved is asked about. Without script everything works by the buttons.
 */
const form = document.querySelector("form.review");
const kept = [...document.querySelectorAll("form[data-kept]")];
const changed = new Set();

const MARKED = ".cell-mend, .cell-look";
let last = null;

function jump(step) {
  const boxes = [...form.querySelectorAll(MARKED)];
  if (!boxes.length) return;
  const here = last ? boxes.indexOf(last) : Math.min(-step, 0);
  const next = boxes[(here + step + boxes.length) % boxes.length];
  next.focus();
  next.scrollIntoView({ block: "center" });
}

function enter(event) {
  const box = event.target;
  if (event.key !== "Enter" || event.isComposing || !box.matches(MARKED)) return;
  event.preventDefault();
  const boxes = [...form.querySelectorAll(MARKED)];
  if (box === boxes.at(-1)) form.querySelector(".review-save button").focus();
  else jump(1);
}

async function store(others, asked, button) {
  for (const one of others) {
    const answer = await fetch(one.action, { method: "POST", body: new FormData(one), redirect: "manual" });
    if (answer.type !== "opaqueredirect") return;
    changed.delete(one);
  }
  changed.delete(asked);
  if (button?.name) asked.append(Object.assign(document.createElement("input"), { type: "hidden", name: button.name, value: button.value }));
  asked.submit();
}

if (form) {
  const button = form.querySelector("[data-next-mark]");
  form.addEventListener("focusin", (event) => { if (event.target.matches(MARKED)) last = event.target; });
  form.addEventListener("keydown", enter);
  if (button && form.querySelector(MARKED)) {
    button.hidden = false;
    button.addEventListener("click", () => jump(1));
  }
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
  store(others, asked, event.submitter);
});

window.addEventListener("beforeunload", (event) => { if (changed.size) event.preventDefault(); });
