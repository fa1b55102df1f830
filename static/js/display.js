/* Theme and text size, kept in this browser. Loaded in the head so that no page flashes. */
(function () {
  "use strict";
  const root = document.documentElement;

  function read(key) {
    try {
      return window.localStorage.getItem(key);
    } catch {
      return null;
    }
  }

  function keep(key, value) {
    try {
      window.localStorage.setItem(key, value);
    } catch {
      /* Storage is closed (private window): the choice lasts for this page. */
    }
  }

  function theme() {
    const dark = window.matchMedia("(prefers-color-scheme: dark)").matches;
    return read("theme") || (dark ? "dark" : "light");
  }

  function show() {
    for (const button of document.querySelectorAll("[data-display]")) {
      const isOn = button.dataset.display === "theme" ? root.dataset.bsTheme === "dark" : root.dataset.text === "large";
      button.setAttribute("aria-pressed", String(isOn));
      button.hidden = false;
    }
  }

  function toggle(kind) {
    if (kind === "theme") {
      root.dataset.bsTheme = root.dataset.bsTheme === "dark" ? "light" : "dark";
      keep("theme", root.dataset.bsTheme);
    } else {
      root.dataset.text = root.dataset.text === "large" ? "normal" : "large";
      keep("text", root.dataset.text);
    }
    show();
    document.dispatchEvent(new CustomEvent("display:change"));
  }

  root.dataset.bsTheme = theme();
  root.dataset.text = read("text") === "large" ? "large" : "normal";

  document.addEventListener("DOMContentLoaded", show);
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-display]");
    if (button) toggle(button.dataset.display);
    const open = event.target.closest("details.menu");
    for (const menu of document.querySelectorAll("details.menu[open]")) {
      if (menu !== open) menu.open = false;
    }
  });
  document.addEventListener("keydown", (event) => {
    const menu = event.key === "Escape" && event.target.closest("details.menu[open]");
    if (menu) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
})();
