/* `[data-tick-group]`: buttons that tick or untick all boxes of the group, and the number ticked. */
for (const group of document.querySelectorAll("[data-tick-group]")) {
  const boxes = [...group.querySelectorAll("input[type=checkbox]:not(:disabled)")];
  const count = group.querySelector("[data-tick-count]");
  const tell = () => {
    if (count) count.textContent = count.dataset.text.replace("{n}", boxes.filter((box) => box.checked).length);
  };
  for (const button of group.querySelectorAll("[data-tick]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      for (const box of boxes) box.checked = button.dataset.tick === "all";
      tell();
    });
  }
  group.addEventListener("change", tell);
  tell();
}
