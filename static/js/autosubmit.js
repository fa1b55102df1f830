/* `<form data-autosubmit>`: a changed choice sends the form; its own button is then not needed. */
function prepare(root) {
  for (const form of root.querySelectorAll("form[data-autosubmit]")) {
    if (form.dataset.ready) continue;
    form.dataset.ready = "yes";
    for (const button of form.querySelectorAll("[data-without-script]")) button.hidden = true;
    form.addEventListener("change", (event) => {
      if (event.target.matches("select, input[type=checkbox], input[type=radio]")) form.requestSubmit();
    });
  }
}

/* `<button data-print>` prints the page; without script the button is not shown. */
function preparePrint(root) {
  for (const button of root.querySelectorAll("button[data-print]")) {
    button.hidden = false;
    if (button.dataset.ready) continue;
    button.dataset.ready = "yes";
    button.addEventListener("click", () => window.print());
  }
}

function prepareAll(root) {
  prepare(root);
  preparePrint(root);
}

prepareAll(document);
document.addEventListener("htmx:load", (event) => prepareAll(event.detail.elt.parentNode || document));
