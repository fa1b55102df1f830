/*
 * The roster builder. The server reads the list and answers with a new one; its answer is merged into the page,
 * so that nothing typed meanwhile is lost: a line is replaced only where nothing was typed in it since, or as
 * soon as it is left. Without script the same buttons load the page anew.
 */
const sent = new WeakMap();
const waiting = new Map();
let composing = false;

const fieldsOf = (root) => root.querySelectorAll("input[name]:not([type=hidden]), select[name]");
const valueOf = (field) => (field.type === "checkbox" || field.type === "radio" ? String(field.checked) : field.value);
const keyOf = (field) => (field.type === "radio" ? `${field.name}=${field.value}` : field.name);
const snapshot = (form) => new Map([...fieldsOf(form)].map((field) => [keyOf(field), valueOf(field)]));

function prepare() {
  for (const button of document.querySelectorAll("form[data-roster] button[data-check]")) button.hidden = true;
}

/* What was typed into a line after the question was sent stays in the line that the answer brings. */
function keepTyped(line, fresh, before) {
  for (const field of fieldsOf(line)) {
    if (before.get(keyOf(field)) === valueOf(field)) continue;
    const other = [...fieldsOf(fresh)].find((one) => keyOf(one) === keyOf(field));
    if (!other) continue;
    if (field.type === "checkbox" || field.type === "radio") other.checked = field.checked;
    else other.value = field.value;
    if (!field.dataset.target) continue;
    /* The id of the choice belongs to the text beside it. */
    fresh.querySelector(field.dataset.target).value = line.querySelector(field.dataset.target).value;
  }
}

function isBeingTyped(line, before) {
  const field = document.activeElement;
  if (!line.contains(field) || !field.name) return false;
  return composing || before.get(keyOf(field)) !== valueOf(field);
}

function replaceLine(line, fresh, before) {
  const field = line.contains(document.activeElement) ? document.activeElement : null;
  const caret = field?.type === "text" ? [field.selectionStart, field.selectionEnd] : null;
  keepTyped(line, fresh, before);
  line.replaceWith(fresh);
  window.htmx.process(fresh);
  window.htmx.trigger(fresh, "htmx:load", { elt: fresh });
  if (!field) return;
  const again = document.getElementById(field.id) || fresh.querySelector("select");
  again.focus();
  if (caret && again.id === field.id) again.setSelectionRange(...caret);
}

function mergeLines(members, fresh, before) {
  const lines = new Map([...members.children].map((line) => [line.dataset.key, line]));
  let place = null;
  for (const line of [...fresh.children]) {
    const there = lines.get(line.dataset.key);
    lines.delete(line.dataset.key);
    if (!there) {
      if (place) place.after(line);
      else members.prepend(line);
      window.htmx.process(line);
      window.htmx.trigger(line, "htmx:load", { elt: line });
    } else if (isBeingTyped(there, before)) {
      there.querySelector(".member-number").textContent = line.querySelector(".member-number").textContent;
      waiting.set(there, { line, before });
    } else {
      waiting.delete(there);
      replaceLine(there, line, before);
    }
    place = members.querySelector(`:scope > [data-key="${line.dataset.key}"]`);
  }
  for (const gone of lines.values()) gone.remove();
}

function merge(form, fresh, before) {
  const here = document.activeElement;
  const isBusy = composing || (here.name && form.contains(here) && before.has(keyOf(here)) && before.get(keyOf(here)) !== valueOf(here));
  const next = fresh.querySelector("[autofocus]")?.id;
  mergeLines(form.querySelector("#members"), fresh.querySelector("#members"), before);
  for (const id of ["roster-errors", "tiles", "answer"]) {
    const part = form.querySelector(`#${id}`);
    part.replaceChildren(...fresh.querySelector(`#${id}`).childNodes);
    window.htmx.process(part);
  }
  if (next && !isBusy) document.getElementById(next)?.focus();
  /* The answer judged the list as it was sent; what was typed since is judged now. */
  const now = snapshot(form);
  if ([...before].some(([key, value]) => now.has(key) && now.get(key) !== value)) form.dispatchEvent(new Event("change", { bubbles: true }));
}

document.addEventListener("htmx:beforeSend", (event) => {
  if (event.detail.target?.id === "roster") sent.set(event.detail.xhr, snapshot(event.detail.target));
});

document.addEventListener("htmx:beforeSwap", (event) => {
  const { target, xhr, isError } = event.detail;
  if (target?.id !== "roster" || isError) return;
  const fresh = new DOMParser().parseFromString(xhr.responseText, "text/html").querySelector("#roster");
  if (!fresh) return;
  event.detail.shouldSwap = false;
  merge(target, fresh, sent.get(xhr) || new Map());
  prepare();
});

document.addEventListener("focusout", (event) => {
  const line = event.target.closest("form[data-roster] .member");
  if (!line || !waiting.has(line) || line.contains(event.relatedTarget)) return;
  const { line: fresh, before } = waiting.get(line);
  waiting.delete(line);
  replaceLine(line, fresh, before);
});

document.addEventListener("compositionstart", () => (composing = true));
document.addEventListener("compositionend", () => (composing = false));

document.addEventListener("combobox:choose", (event) => {
  const form = event.target.closest("form[data-roster]");
  if (form && event.target.name.endsWith("-person_text")) form.querySelector("button[data-check]").click();
});

/* A post named in a line is written out as on the decision, unless other words stand there. */
document.addEventListener("change", (event) => {
  const form = event.target.closest?.("form[data-roster]");
  if (!form || !event.target.name?.endsWith("-post")) return;
  const titles = JSON.parse(form.dataset.titles);
  const words = form.querySelector(`[name="${event.target.name.slice(0, -5)}-title_text"]`);
  if (words.value && !Object.values(titles).includes(words.value)) return;
  words.value = titles[event.target.value] || "";
  words.closest("details").open = Boolean(words.value);
});

prepare();
document.addEventListener("htmx:load", prepare);
