// A click on a square of a small strip opens the hamlet (the picture is drawn by reports/templatetags/small_strips.py).
const PER_ROW = 12;
const STEP = 12;

function hamletAt(event) {
  const strip = event.target.closest("svg.small-strip[data-hamlets]");
  if (!strip) return null;
  const box = strip.getBoundingClientRect();
  const scale = strip.viewBox.baseVal.width / box.width;
  const column = Math.floor(((event.clientX - box.left) * scale) / STEP);
  const row = Math.floor(((event.clientY - box.top) * scale) / STEP);
  const hamlet = strip.dataset.hamlets.split(" ")[row * PER_ROW + column];
  return hamlet ? `${strip.dataset.base}${hamlet}/` : null;
}

document.addEventListener("click", (event) => {
  const address = hamletAt(event);
  if (address) window.location.assign(address);
});
