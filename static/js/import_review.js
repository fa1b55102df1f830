/*
 * The review of a list by keyboard: Alt+arrow down / up jump to the next marked box; leaving the page with
 * corrections that were not saved is asked about. Without script everything works by the button.
 */
const form = document.querySelector("form.review");
let isChanged = false;

function jump(step) {
  const boxes = [...form.querySelectorAll(".cell-mend, .cell-look")];
  if (!boxes.length) return;
  const here = boxes.indexOf(document.activeElement);
  const next = boxes[(here + step + boxes.length) % boxes.length];
  next.focus();
  next.scrollIntoView({ block: "center" });
}

if (form) {
  document.addEventListener("keydown", (event) => {
    if (!event.altKey || !["ArrowDown", "ArrowUp"].includes(event.key)) return;
    event.preventDefault();
    jump(event.key === "ArrowDown" ? 1 : -1);
  });
  form.addEventListener("input", () => { isChanged = true; });
  form.addEventListener("submit", () => { isChanged = false; });
  window.addEventListener("beforeunload", (event) => { if (isChanged) event.preventDefault(); });
}
