/* Django admin: its type-ahead fields get the names of their labels, and wide groups can be scrolled by keyboard. */
function nameOf(field) {
  const label = field.id && document.querySelector(`label[for="${CSS.escape(field.id)}"]`);
  const column = field.closest("td")?.className.match(/field-(\w+)/);
  const head = column && document.querySelector(`th.column-${column[1]}`);
  return (label || head)?.textContent.trim().replace(/:$/, "") || field.name;
}

function nameBoxes() {
  for (const box of document.querySelectorAll(".select2-container:not([data-named])")) {
    const field = box.previousElementSibling;
    if (!field?.matches("select")) continue;
    box.dataset.named = "";
    for (const part of box.querySelectorAll("[role=combobox], [role=textbox], [role=searchbox]")) {
      part.setAttribute("aria-label", nameOf(field));
      part.removeAttribute("aria-labelledby");
    }
  }
}

for (const group of document.querySelectorAll(".inline-group, #changelist .results")) {
  const title = group.querySelector("h2") || document.querySelector("#content h1");
  group.tabIndex = 0;
  group.setAttribute("role", "region");
  group.setAttribute("aria-label", title?.textContent.trim() || document.title);
}
new MutationObserver(nameBoxes).observe(document.body, { childList: true, subtree: true });
nameBoxes();
