/* The drawing of the seats: larger, smaller, moved about; a search lights seats up; a click names a seat in the form. */
(() => {
  "use strict";
  const svg = document.querySelector("[data-seats]");
  const search = document.querySelector("[data-seat-search]");
  const fold = (text) => text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/œ/g, "oe")
    .replace(/æ/g, "ae").replace(/ø/g, "o").replace(/ł/g, "l").replace(/ß/g, "ss").replace(/[^\p{L}\p{N}]+/gu, " ").trim();

  const find = () => {
    const words = fold(search.value).split(" ").filter(Boolean);
    const found = new Set();
    if (svg) {
      svg.classList.toggle("is-searched", words.length > 0);
      for (const seat of svg.querySelectorAll("[data-seat]")) {
        const isFound = words.every((word) => ` ${seat.dataset.words}`.includes(` ${word}`));
        if (isFound) found.add(seat.dataset.seat);
        seat.classList.toggle("is-lit", words.length > 0 && isFound);
      }
    }
    // A row of the list is found by the words of its seat on the drawing.
    const rows = [...document.querySelectorAll("[data-seat-list] tbody tr")];
    for (const row of rows) row.hidden = !found.has(row.cells[0].textContent);
    for (const part of document.querySelectorAll("[data-seat-list]")) part.hidden = !part.querySelector("tbody tr:not([hidden])");
    const count = document.querySelector("[data-seat-count]");
    if (count) {
      const shown = rows.filter((row) => !row.hidden).length;
      count.textContent = count.dataset.words.replace("{count}", shown).replace("{total}", rows.length);
    }
  };

  if (search) {
    search.addEventListener("input", find);
    if (search.value) find();
  }
  if (!svg) return;

  const whole = svg.viewBox.baseVal;
  const full = { x: whole.x, y: whole.y, width: whole.width, height: whole.height };
  let view = { ...full };
  const zoomBar = document.querySelector("[data-seating-zoom]");
  zoomBar.hidden = false;
  svg.setAttribute("tabindex", "0");

  const LEAST_PX = 4;
  const scale = () => {
    svg.classList.toggle("is-far", Number(svg.dataset.text) * svg.clientWidth < LEAST_PX * view.width);
  };

  const show = (next) => {
    const width = Math.min(full.width, Math.max(full.width / 12, next.width));
    const height = width * full.height / full.width;
    view = {
      x: Math.min(full.x + full.width - width, Math.max(full.x, next.x)),
      y: Math.min(full.y + full.height - height, Math.max(full.y, next.y)),
      width, height,
    };
    svg.setAttribute("viewBox", `${view.x} ${view.y} ${view.width} ${view.height}`);
    svg.classList.toggle("is-zoomed", width < full.width);
    scale();
  };

  const zoom = (factor, at = { x: 0.5, y: 0.5 }) => {
    const width = view.width * factor, height = view.height * factor;
    show({ x: view.x + (view.width - width) * at.x, y: view.y + (view.height - height) * at.y, width, height });
  };

  const move = (x, y) => show({ ...view, x: view.x + x * view.width, y: view.y + y * view.height });
  const actions = { in: () => zoom(1 / 1.4), out: () => zoom(1.4), fit: () => show(full) };
  zoomBar.addEventListener("click", (event) => {
    const button = event.target.closest("[data-zoom]");
    if (button) actions[button.dataset.zoom]();
  });

  const keys = {
    "+": actions.in, "=": actions.in, "-": actions.out, "0": actions.fit,
    ArrowLeft: () => move(-0.15, 0), ArrowRight: () => move(0.15, 0), ArrowUp: () => move(0, -0.15), ArrowDown: () => move(0, 0.15),
  };
  svg.addEventListener("keydown", (event) => {
    if (!keys[event.key] || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key.startsWith("Arrow") && view.width >= full.width) return;
    event.preventDefault();
    keys[event.key]();
  });

  svg.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const box = svg.getBoundingClientRect();
    zoom(event.deltaY < 0 ? 1 / 1.15 : 1.15, { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height });
  }, { passive: false });

  let held = null;
  const stop = () => { svg.classList.remove("is-dragged"); held = null; };
  svg.addEventListener("pointerdown", (event) => {
    // A second finger makes the page larger: the first one moves the drawing no more.
    if (!event.isPrimary) stop();
    else if (event.button === 0) held = { x: event.clientX, y: event.clientY, view, far: false };
  });
  svg.addEventListener("pointermove", (event) => {
    if (!held || view.width >= full.width) return;
    const box = svg.getBoundingClientRect();
    if (Math.hypot(event.clientX - held.x, event.clientY - held.y) > 4 && !held.far) {
      held.far = true;
      svg.setPointerCapture(event.pointerId);
      svg.classList.add("is-dragged");
    }
    if (!held.far) return;
    show({
      ...held.view,
      x: held.view.x - (event.clientX - held.x) * held.view.width / box.width,
      y: held.view.y - (event.clientY - held.y) * held.view.height / box.height,
    });
  });
  const release = () => { window.setTimeout(stop, 0); };
  svg.addEventListener("pointerup", release);
  svg.addEventListener("pointercancel", release);

  new ResizeObserver(scale).observe(svg);

  const field = document.querySelector("[data-seat-label]");
  svg.addEventListener("click", (event) => {
    const seat = event.target.closest("[data-seat]");
    if (!seat || !field || (held && held.far)) return;
    const labels = field.value.split(/[\s,;]+/).filter(Boolean);
    if (!labels.includes(seat.dataset.seat)) labels.push(seat.dataset.seat);
    field.value = labels.join(", ");
  });
})();
