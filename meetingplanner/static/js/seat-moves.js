/* Seats on the drawing: a delegation dragged to another seat, by a finger once it was held a moment, what that would cost
   before it is dropped, why somebody sits there, and what others changed meanwhile. Forms and links do the same without. */
(() => {
  "use strict";
  const svg = document.querySelector("[data-seats]");
  const plan = document.querySelector("[data-seat-plan]");
  const box = document.querySelector("[data-seat-box]");
  if (!svg || !box) return;

  const words = box.dataset, said = box.querySelector("[data-seat-said]");
  const close = () => { box.hidden = true; };
  const at = (base, query) => `${base}${base.includes("?") ? "&" : "?"}${new URLSearchParams(query)}`;
  const fragment = (url, signal) => fetch(url, { headers: { "HX-Request": "true" }, signal })
    .then((answer) => (answer.ok || answer.status === 422 ? answer.text() : ""));

  let asked = null;
  const why = (seat) => {
    const uuid = seat.dataset.delegation;
    if (asked) asked.abort();
    asked = new AbortController();
    if (!uuid) { close(); return; }
    box.hidden = false;
    said.textContent = words.wait;
    fragment(words.why.replace("00000000-0000-0000-0000-000000000000", uuid), asked.signal)
      .then((html) => { said.innerHTML = html; }).catch(() => {});
  };
  svg.addEventListener("click", (event) => {
    const seat = event.target.closest("[data-seat]");
    if (seat) why(seat);
    else close();
  });
  box.querySelector("[data-seat-close]").addEventListener("click", close);
  window.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });
  if (!plan) return;

  const form = document.querySelector("[data-seat-form]");
  const ways = document.querySelector("[data-seat-ways]");
  ways.hidden = false;
  // The Shift key does for one drag what fingers have to choose.
  const wayOf = (shift) => (shift ? "insert" : ways.querySelector(":checked").value);
  const tip = document.createElement("p");
  tip.className = "seat-tip";
  tip.hidden = true;
  // A frame above the drawing: to change the seat itself would paint thousands of others anew.
  const frame = document.createElement("div");
  frame.className = "seat-frame";
  frame.hidden = true;
  document.body.append(frame, tip);

  const own = (uuid) => [...svg.querySelectorAll(`[data-delegation="${uuid}"][data-place]`)]
    .map((one) => one.dataset.place)
    .sort((one, other) => Number(one.split(" ")[1]) - Number(other.split(" ")[1]));
  const HOLD_MS = 400, STILL_PX = 10;
  let drag = null, wasLifted = false;

  const over = (target, way) => {
    if (drag.target === target && drag.way === way) return;
    Object.assign(drag, { target, way });
    window.clearTimeout(drag.timer);
    if (drag.asked) drag.asked.abort();
    tip.textContent = target ? `${drag.name} → ${target.dataset.seat}` : drag.name;
    frame.hidden = !target;
    if (!target) return;
    const there = target.querySelector(".shape").getBoundingClientRect();
    frame.style.cssText = `width:${there.width}px;height:${there.height}px;transform:translate(${there.x}px, ${there.y}px)`;
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
    // Above a finger, which would hide it.
    const top = drag.isTouch ? y - tip.offsetHeight - 28 : y + 14;
    tip.style.transform = `translate(${Math.max(0, Math.min(x + 14, window.innerWidth - 300))}px, ${Math.max(0, Math.min(top, window.innerHeight - tip.offsetHeight - 8))}px)`;
    const found = document.elementFromPoint(x, y);
    const seat = found && svg.contains(found) ? found.closest("[data-place]") : null;
    over(seat && seat.dataset.delegation !== drag.uuid ? seat : null, wayOf(drag.shift));
  };

  const lift = () => {
    drag.isFar = true;
    close();
    tip.textContent = drag.name;
    tip.hidden = false;
  };
  const start = (event) => {
    const isTouch = event.pointerType === "touch";
    // A second finger pinches: nobody is moved.
    if (drag && isTouch) { end(); return; }
    const seat = event.target.closest("[data-delegation][data-place]");
    if (!seat || event.button !== 0 || !event.isPrimary) return;
    const from = { x: event.clientX, y: event.clientY };
    drag = { seat, uuid: seat.dataset.delegation, name: seat.querySelector("title").textContent, from, last: from, isTouch };
    wasLifted = false;
    // Until it is lifted, a finger may be about to scroll, or to move a drawing that is larger.
    if (isTouch) drag.hold = window.setTimeout(() => { lift(); draw(); }, HOLD_MS);
    else event.stopPropagation();
  };
  const move = (event) => {
    if (!drag) return;
    if (!drag.isFar) {
      const far = Math.hypot(event.clientX - drag.from.x, event.clientY - drag.from.y);
      if (drag.isTouch && far > STILL_PX) end();
      if (!drag || drag.isTouch || far < 6) return;
      lift();
    }
    drag.last = { x: event.clientX, y: event.clientY };
    drag.shift = event.shiftKey;
    event.preventDefault();
    // The drawing itself stays where it is.
    if (drag.isTouch) event.stopPropagation();
    if (!drag.frame) drag.frame = window.requestAnimationFrame(draw);
  };
  const end = () => {
    if (!drag) return;
    frame.hidden = true;
    window.clearTimeout(drag.hold);
    window.clearTimeout(drag.timer);
    if (drag.asked) drag.asked.abort();
    tip.hidden = true;
    wasLifted = drag.isTouch && drag.isFar;
    drag = null;
  };
  const drop = (event) => {
    if (!drag) return;
    drag.shift = event.shiftKey;
    // What lies under the pointer now, also when it was let go before the next picture.
    if (drag.isFar) draw();
    const { isFar, isTouch, target, uuid, way } = drag;
    end();
    if (!isFar) return;
    // The click that follows would ask why; a finger's is given up with the end of its touch.
    if (!isTouch) {
      svg.addEventListener("click", (click) => click.stopImmediatePropagation(), { capture: true, once: true });
      window.setTimeout(() => svg.dispatchEvent(new MouseEvent("click")), 0);
    }
    if (!target) return;
    const wanted = { delegation: uuid, seat: target.dataset.seat, way, seen: `${own(uuid).join(", ")}|${target.dataset.delegation || ""}|${target.dataset.place}` };
    if (way === "insert") wanted.seen += `|${plan.dataset.version}`;
    for (const [name, value] of Object.entries(wanted)) form.elements[name].value = value;
    form.requestSubmit();
  };

  svg.addEventListener("pointerdown", start, { capture: true });
  window.addEventListener("pointermove", move, { capture: true });
  window.addEventListener("pointerup", drop);
  window.addEventListener("pointercancel", end);
  const isHeld = () => Boolean(drag && drag.isTouch && drag.isFar);
  svg.addEventListener("touchmove", (event) => { if (isHeld() && event.cancelable) event.preventDefault(); }, { passive: false });
  svg.addEventListener("touchend", (event) => { if (wasLifted && event.cancelable) event.preventDefault(); wasLifted = false; }, { passive: false });
  svg.addEventListener("contextmenu", (event) => { if (drag && drag.isTouch) event.preventDefault(); });
  const press = (event) => {
    if (event.key === "Escape") end();
    if (event.key !== "Shift" || !drag || !drag.isFar) return;
    drag.shift = event.type === "keydown";
    draw();
  };
  window.addEventListener("keydown", press);
  window.addEventListener("keyup", press);

  /* What others did: every few seconds, while the page is looked at. */
  const refresh = () => fetch(plan.dataset.page).then((answer) => (answer.ok ? answer.text() : "")).then((html) => {
    if (drag) return;
    const page = new DOMParser().parseFromString(html, "text/html");
    if (!page.querySelector("[data-seat-plan]")) return;
    const focused = document.activeElement.getAttribute("href");
    for (const selector of ["[data-seats]", ".seating-list", "[data-seat-plan]"]) {
      const [mine, theirs] = [document, page].map((one) => one.querySelector(selector));
      if (mine && theirs) mine.innerHTML = theirs.innerHTML;
    }
    plan.dataset.version = page.querySelector("[data-seat-plan]").dataset.version;
    document.querySelector("[data-seat-search]").dispatchEvent(new Event("input"));
    const again = focused && document.querySelector(`a[href="${CSS.escape(focused)}"]`);
    if (again) again.focus({ preventScroll: true });
  });
  window.setInterval(() => {
    if (document.hidden || drag) return;
    fetch(at(plan.dataset.changed, { version: plan.dataset.version }))
      .then((answer) => (answer.status === 200 ? refresh() : null))
      .catch(() => {});
  }, Number(plan.dataset.every || 5000));
})();
