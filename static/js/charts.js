/*
 * Draws what a table says. The table stays beside the picture.
 * <table data-chart="bar|line" data-chart-columns="2,3" data-chart-unit="%"> takes the first cell of each row as
 * label and `data-value` (or the text) of the columns, counted from 0, as figures; rows with data-chart-skip are left out.
 * <canvas data-chart-source="id"> takes {type, labels, series: [{label, values}], unit, max} from a json_script.
 */
const drawn = new Map();

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function figure(cell) {
  const text = cell?.dataset.value ?? "";
  return text === "" ? null : Number(text);
}

function fromTable(table) {
  const heads = [...table.tHead.rows[table.tHead.rows.length - 1].cells];
  const columns = (table.dataset.chartColumns || "1").split(",").map(Number);
  const rows = [...table.tBodies].flatMap((body) => [...body.rows]).filter((row) => !("chartSkip" in row.dataset));
  return {
    type: table.dataset.chart,
    unit: table.dataset.chartUnit || "",
    max: table.dataset.chartMax ? Number(table.dataset.chartMax) : undefined,
    labels: rows.map((row) => row.cells[0].textContent.trim()),
    series: columns.map((column) => ({
      label: heads[column].textContent.trim(),
      values: rows.map((row) => figure(row.cells[column])),
    })),
  };
}

function settings(data) {
  const inks = ["--accent", "--gold", "--cat-b", "--cat-h"].map(colour);
  const across = data.type === "bar" && data.labels.length > 6;
  const text = { color: colour("--muted"), font: { family: "Be Vietnam Pro", size: 13 } };
  const label = new Intl.NumberFormat(document.documentElement.lang);
  const figures = {
    beginAtZero: true,
    max: data.max,
    grid: { color: colour("--line") },
    ticks: { ...text, callback: (value) => label.format(value) + (data.unit ? ` ${data.unit}` : "") },
  };
  const names = { grid: { display: false }, ticks: text };
  return {
    type: data.type,
    data: {
      labels: data.labels,
      datasets: data.series.map((series, index) => ({
        label: series.label,
        data: series.values,
        backgroundColor: inks[index % inks.length],
        borderColor: inks[index % inks.length],
        borderWidth: data.type === "line" ? 2 : 0,
        pointRadius: 3,
        maxBarThickness: 22,
      })),
    },
    options: {
      animation: false,
      maintainAspectRatio: false,
      indexAxis: across ? "y" : "x",
      scales: across ? { x: figures, y: names } : { x: names, y: figures },
      plugins: { legend: { display: data.series.length > 1, labels: text } },
    },
  };
}

function draw(canvas, data) {
  drawn.get(canvas)?.destroy();
  drawn.set(canvas, new window.Chart(canvas, settings(data)));
}

function canvasBefore(table) {
  const canvas = document.createElement("canvas");
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", table.dataset.chartLabel || table.caption?.textContent.trim() || "");
  const area = Object.assign(document.createElement("div"), { className: "chart-area" });
  area.append(canvas);
  (table.closest(".table-wrap") || table).before(area);
  if (table.dataset.chart === "bar" && table.tBodies[0].rows.length > 6) {
    area.style.height = `${80 + table.tBodies[0].rows.length * 28}px`;
  }
  return canvas;
}

function prepare(root) {
  if (!window.Chart) return;
  for (const table of root.querySelectorAll("table[data-chart]")) {
    if (table.dataset.ready) continue;
    table.dataset.ready = "yes";
    const canvas = canvasBefore(table);
    canvas.redraw = () => draw(canvas, fromTable(table));
    canvas.redraw();
  }
  for (const canvas of root.querySelectorAll("canvas[data-chart-source]")) {
    if (canvas.redraw) continue;
    const source = document.getElementById(canvas.dataset.chartSource);
    canvas.redraw = () => draw(canvas, JSON.parse(source.textContent));
    canvas.redraw();
  }
}

function tidy() {
  for (const [canvas, chart] of drawn) {
    if (!canvas.isConnected) {
      chart.destroy();
      drawn.delete(canvas);
    }
  }
}

prepare(document);
document.addEventListener("htmx:load", (event) => {
  tidy();
  prepare(event.detail.elt.parentNode || document);
});
document.addEventListener("display:change", () => {
  for (const canvas of drawn.keys()) canvas.redraw();
});
