/* Seats on the drawing: a delegation dragged to another seat, what that would cost before it is dropped, why somebody
   sits there, and what others changed meanwhile. Forms and links on the page do the same without it. */
(() => {
  "use strict";
  const svg = document.querySelector("[data-seats]");
  const plan = document.querySelector("[data-seat-plan]");
  const box = document.querySelector("[data-seat-box]");
  if (!svg || !box) return;

  const words = box.dataset;
  const at = (base, query) => `${base}${base.includes("?") ? "&" : "?"}${new URLSearchParams(query)}`;
  const fragment = (url, signal) => fetch(url, { headers: { "HX-Request": "true" }, signal })
    .then((answer) => (answer.ok || answer.status === 422 ? answer.text() : ""));

  const why = (seat) => {
    const uuid = seat.dataset.delegation;
    if (!uuid) { box.hidden = true; return; }
    box.hidden = false;
    box.textContent = words.wait;
    fragment(words.why.replace("00000000-0000-0000-0000-000000000000", uuid)).then((html) => { box.innerHTML = html; });
  };
  svg.addEventListener("click", (event) => {
    const seat = event.target.closest("[data-seat]");
    if (seat) why(seat);
  });
  if (!plan) return;

  const form = document.querySelector("[data-seat-form]");
  const tip = document.createElement("p");
  tip.className = "seat-tip";
  tip.hidden = true;
  document.body.append(tip);

  const own = (uuid) => [...svg.querySelectorAll(`[data-delegation="${uuid}"][data-place]`)]
    .map((one) => one.dataset.place)
    .sort((one, other) => Number(one.split(" ")[1]) - Number(other.split(" ")[1]));
  let drag = null;

  const over = (target, way) => {
    if (drag.target === target && drag.way === way) return;
    if (drag.target) drag.target.classList.remove("is-target");
    Object.assign(drag, { target, way });
    window.clearTimeout(drag.timer);
    if (drag.asked) drag.asked.abort();
    tip.textContent = target ? `${drag.name} → ${target.dataset.seat}` : drag.name;
    if (!target) return;
    target.classList.add("is-target");
    drag.timer = window.setTimeout(() => {
      drag.asked = new AbortController();
      fragment(at(words.cost, { delegation: drag.uuid, seat: target.dataset.seat, way }), drag.asked.signal)
        .then((html) => { if (drag && drag.target === target) tip.innerHTML = `${html}`; })
        .catch(() => {});
    }, 180);
  };

  const draw = () => {
    if (!drag) return;
    drag.frame = 0;
    const { x, y } = drag.last;
    tip.style.transform = `translate(${Math.min(x + 14, window.innerWidth - 300)}px, ${Math.max(0, Math.min(y + 14, window.innerHeight - tip.offsetHeight - 8))}px)`;
    const found = document.elementFromPoint(x, y);
    const seat = found && svg.contains(found) ? found.closest("[data-place]") : null;
    over(seat && seat.dataset.delegation !== drag.uuid ? seat : null, drag.shift ? "insert" : "swap");
  };

  const start = (event) => {
    const seat = event.target.closest("[data-delegation][data-place]");
    if (!seat || event.button !== 0 || event.pointerType === "touch") return;
    drag = { seat, uuid: seat.dataset.delegation, name: seat.querySelector("title").textContent, from: { x: event.clientX, y: event.clientY } };
    event.stopPropagation();
  };
  const move = (event) => {
    if (!drag) return;
    if (!drag.isFar) {
      if (Math.hypot(event.clientX - drag.from.x, event.clientY - drag.from.y) < 6) return;
      drag.isFar = true;
      drag.seat.classList.add("is-held");
      tip.hidden = false;
    }
    drag.last = { x: event.clientX, y: event.clientY };
    drag.shift = event.shiftKey;
    event.preventDefault();
    if (!drag.frame) drag.frame = window.requestAnimationFrame(draw);
  };
  const end = () => {
    if (!drag) return;
    drag.seat.classList.remove("is-held");
    if (drag.target) drag.target.classList.remove("is-target");
    window.clearTimeout(drag.timer);
    if (drag.asked) drag.asked.abort();
    tip.hidden = true;
    drag = null;
  };
  const drop = (event) => {
    if (!drag) return;
    const { isFar, target, uuid, way } = drag;
    const places = own(uuid);
    end();
    if (!isFar) return;
    // The click that follows would ask why.
    svg.addEventListener("click", (click) => click.stopImmediatePropagation(), { capture: true, once: true });
    window.setTimeout(() => svg.dispatchEvent(new MouseEvent("click")), 0);
    if (!target) return;
    const wanted = { delegation: uuid, seat: target.dataset.seat, way, seen: `${places.join(", ")}|${target.dataset.delegation || ""}` };
    for (const [name, value] of Object.entries(wanted)) form.elements[name].value = value;
    form.requestSubmit();
  };

  svg.addEventListener("pointerdown", start, { capture: true });
  window.addEventListener("pointermove", move);
  window.addEventListener("pointerup", drop);
  window.addEventListener("pointercancel", end);
  window.addEventListener("keydown", (event) => { if (event.key === "Escape") end(); });

  /* What others did: every few seconds, while the page is looked at. */
  const refresh = () => fetch(window.location.href).then((answer) => answer.text()).then((html) => {
    const page = new DOMParser().parseFromString(html, "text/html");
    if (drag) return;
    for (const selector of ["[data-seats]", ".seating-list", "[data-seat-plan]"]) {
      const [mine, theirs] = [document, page].map((one) => one.querySelector(selector));
      if (mine && theirs) mine.innerHTML = theirs.innerHTML;
    }
    plan.dataset.version = page.querySelector("[data-seat-plan]").dataset.version;
    const search = document.querySelector("[data-seat-search]");
    if (search && search.value) search.dispatchEvent(new Event("input"));
  });
  window.setInterval(() => {
    if (document.hidden || drag) return;
    fetch(at(plan.dataset.changed, { version: plan.dataset.version }))
      .then((answer) => { if (answer.status === 200) refresh(); })
      .catch(() => {});
  }, Number(plan.dataset.every || 5000));
})();
