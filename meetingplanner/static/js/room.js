/* The seats of a room: chosen by clicks on the drawing, kept in the field that the form sends, and dragged. */
(() => {
  "use strict";
  const form = document.querySelector("[data-editor]");
  const svg = form && form.querySelector("[data-seats]");
  const field = form && form.querySelector("[data-chosen]");
  if (!svg || !field) return;

  const seats = [...svg.querySelectorAll("[data-seat]")];
  const places = new Map(seats.map((seat, index) => [seat.dataset.seat.toLowerCase(), index]));
  const zoneOf = (seat) => [...seat.classList].find((name) => name.startsWith("zone-"));
  const parts = () => field.value.split(/[\s,;]+/).filter(Boolean);
  const range = (first, last) => seats.slice(Math.min(first, last), Math.max(first, last) + 1)
    .filter((seat) => zoneOf(seat) === zoneOf(seats[first]));
  const ofRow = (letter) => seats.filter((seat) => (seat.dataset.row || "").toLowerCase() === letter && zoneOf(seat) !== "zone-behind");

  const named = (part) => {
    const text = part.toLowerCase();
    if (places.has(text)) return [seats[places.get(text)]];
    const row = ofRow(text);
    if (row.length) return row;
    for (let at = 1; at < text.length; at += 1) {
      if (!"-–".includes(text[at])) continue;
      const first = places.get(text.slice(0, at)), last = places.get(text.slice(at + 1));
      if (first !== undefined && last !== undefined) return range(first, last);
    }
    return [];
  };

  let chosen = new Set();
  const show = () => { for (const seat of seats) seat.classList.toggle("is-chosen", chosen.has(seat)); };
  const read = () => { chosen = new Set(parts().flatMap(named)); show(); };
  const write = () => { field.value = [...chosen].map((seat) => seat.dataset.seat).join(", "); show(); };
  field.addEventListener("input", read);
  read();
  form.querySelector("[data-editor-hint]").hidden = false;
  svg.classList.add("is-editable");

  const point = (event) => {
    const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
    return { x: at.x, y: at.y };
  };

  let last = null, held = null, wasDragged = false;
  svg.addEventListener("pointerdown", (event) => {
    const seat = event.target.closest("[data-seat]");
    if (event.button !== 0 || !seat || !chosen.has(seat) || event.shiftKey) return;
    // The drawing itself is not moved about while seats are.
    event.stopPropagation();
    held = { from: point(event), far: false };
    svg.setPointerCapture(event.pointerId);
  }, { capture: true });
  svg.addEventListener("pointermove", (event) => {
    if (!held) return;
    const at = point(event);
    held.x = Math.round((at.x - held.from.x) / 50) * 50;
    held.y = Math.round((at.y - held.from.y) / 50) * 50;
    held.far = held.far || Math.hypot(held.x, held.y) >= 100;
    if (held.far) for (const seat of chosen) seat.style.translate = `${held.x}px ${held.y}px`;
  });
  const drop = (isKept) => {
    if (!held) return;
    const { far, x, y } = held;
    held = null;
    wasDragged = far;
    if (!far) return;
    window.setTimeout(() => { wasDragged = false; }, 0);
    if (!isKept) { for (const seat of chosen) seat.style.translate = ""; return; }
    form.elements.right_mm.value = x;
    form.elements.back_mm.value = y;
    form.elements.turn.value = 0;
    form.requestSubmit(form.querySelector("[data-editor-move]"));
  };
  svg.addEventListener("pointerup", () => drop(true));
  svg.addEventListener("pointercancel", () => drop(false));

  const rowAt = (event) => (event.target.closest("[data-row-letter]") || { dataset: {} }).dataset.rowLetter;
  svg.addEventListener("click", (event) => {
    if (wasDragged) return;
    // While a pointer is captured the click is the drawing's: what lies under it is meant.
    const under = document.elementFromPoint(event.clientX, event.clientY);
    const seat = (event.target.closest("[data-seat]") || (under && under.closest("[data-seat]")));
    const letter = rowAt(event);
    if (letter) for (const one of ofRow(letter.toLowerCase())) chosen.add(one);
    else if (seat && event.shiftKey && last) for (const one of range(seats.indexOf(last), seats.indexOf(seat))) chosen.add(one);
    else if (seat && chosen.has(seat)) chosen.delete(seat);
    else if (seat) chosen.add(seat);
    else return;
    last = seat || last;
    write();
  });
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    drop(false);
    chosen.clear();
    write();
  });
})();
