/*
 * The roster builder: a person chosen from the suggestions is read by the server at once, so that birth, posts
 * and category stand in the line. Without script the button "Check" does the same.
 */
function prepare() {
  for (const button of document.querySelectorAll("form[data-roster] button[data-check]")) button.hidden = true;
}

document.addEventListener("combobox:choose", (event) => {
  const form = event.target.closest("form[data-roster]");
  if (form && event.target.name.endsWith("-person_text")) form.querySelector("button[data-check]").click();
});

prepare();
document.addEventListener("htmx:load", prepare);
