/*
 * A type-ahead after the ARIA combobox pattern.
 * <input data-combobox data-url="/areas/pick?q=" data-target="#id_area" data-none="..." data-count="... {n} ...">
 * asks the address for {results: [{id, text, detail}]} and writes the chosen id into the target.
 * Without script the field is a plain text field that the server searches itself.
 */
const WAIT = 200;
let made = 0;

class Combobox {
  constructor(input) {
    this.input = input;
    this.target = document.querySelector(input.dataset.target);
    this.results = [];
    this.at = -1;
    this.asked = 0;
    this.build();
    this.listen();
  }

  build() {
    const id = `combobox-${++made}`;
    this.list = Object.assign(document.createElement("ul"), { id, className: "combobox-list", hidden: true });
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", this.input.labels[0]?.textContent.trim() || this.input.getAttribute("aria-label") || "");
    this.said = Object.assign(document.createElement("div"), { className: "visually-hidden" });
    this.said.setAttribute("role", "status");
    this.input.after(this.list, this.said);
    this.input.parentElement.classList.add("combobox");
    const roles = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": id };
    for (const [name, value] of Object.entries(roles)) this.input.setAttribute(name, value);
    this.input.autocomplete = "off";
  }

  listen() {
    this.input.addEventListener("input", () => {
      this.put("");
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.ask(), WAIT);
    });
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.input.addEventListener("blur", () => setTimeout(() => this.close(), 150));
    this.list.addEventListener("mousedown", (event) => {
      event.preventDefault();
      const item = event.target.closest("li");
      if (item) this.choose(Number(item.dataset.index));
    });
  }

  async ask() {
    const words = this.input.value.trim();
    if (!words) return this.close();
    const turn = ++this.asked;
    try {
      const answer = await fetch(this.input.dataset.url + encodeURIComponent(words), {
        headers: { Accept: "application/json" },
      });
      const found = answer.ok ? (await answer.json()).results : [];
      if (turn === this.asked) this.show(found);
    } catch {
      if (turn === this.asked) this.close();
    }
  }

  show(found) {
    this.results = found;
    this.at = -1;
    this.list.replaceChildren(...found.map((result, index) => this.item(result, index)));
    this.list.hidden = found.length === 0;
    this.input.setAttribute("aria-expanded", String(found.length > 0));
    this.input.removeAttribute("aria-activedescendant");
    const { none = "", count = "{n}" } = this.input.dataset;
    this.said.textContent = found.length ? count.replace("{n}", found.length) : none;
  }

  item(result, index) {
    const item = Object.assign(document.createElement("li"), { id: `${this.list.id}-${index}`, textContent: result.text });
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    item.dataset.index = index;
    if (result.detail) item.append(Object.assign(document.createElement("small"), { textContent: result.detail }));
    return item;
  }

  key(event) {
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in steps) {
      event.preventDefault();
      if (this.list.hidden) this.ask();
      else this.mark((this.at + steps[event.key] + this.results.length) % this.results.length);
    } else if (event.key === "Enter" && !this.list.hidden && this.at >= 0) {
      event.preventDefault();
      this.choose(this.at);
    } else if (event.key === "Escape" && !this.list.hidden) {
      event.preventDefault();
      this.close();
    }
  }

  mark(index) {
    this.at = index;
    for (const [place, item] of [...this.list.children].entries()) {
      item.setAttribute("aria-selected", String(place === index));
      if (place === index) {
        this.input.setAttribute("aria-activedescendant", item.id);
        item.scrollIntoView({ block: "nearest" });
      }
    }
  }

  choose(index) {
    const result = this.results[index];
    this.input.value = result.text;
    this.put(result.id);
    this.close();
    this.input.dispatchEvent(new CustomEvent("combobox:choose", { bubbles: true, detail: result }));
  }

  put(value) {
    if (!this.target || this.target.value === String(value)) return;
    this.target.value = value;
    this.target.dispatchEvent(new Event("change", { bubbles: true }));
  }

  close() {
    clearTimeout(this.timer);
    this.asked++;
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }
}

function prepare(root) {
  for (const input of root.querySelectorAll("input[data-combobox]")) {
    if (input.dataset.ready) continue;
    input.dataset.ready = "yes";
    new Combobox(input);
  }
}

prepare(document);
document.addEventListener("htmx:load", (event) => prepare(event.detail.elt.parentNode || document));
