/* What pages gain where scripts run; each works without. Hooks are data attributes. */
(() => {
  "use strict";
  document.documentElement.classList.add("has-script");
  const words = document.body.dataset;
  const live = document.getElementById("live");

  const announce = (text) => {
    live.textContent = "";
    window.setTimeout(() => { live.textContent = text; }, 50);
  };

  const fill = (sentence, values) => sentence.replace(/%\((\w+)\)s/g, (_, name) => values[name]);

  const say = (text) => {
    const message = document.createElement("p");
    message.className = "message message-error";
    message.textContent = text;
    document.getElementById("messages").replaceChildren(message);
  };

  /* "/" goes to the page's search, else to the list of meetings; Escape leaves the list. */
  const isTyping = (element) => element.closest("input, textarea, select, [contenteditable]");

  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target)) {
      const search = document.querySelector("[data-search]") || document.getElementById("switcher");
      if (search) { event.preventDefault(); search.focus(); search.select(); }
    }
    if (event.key === "Escape" && event.target.closest("[data-switcher]")) event.target.blur();
    if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) move(event);
    if (event.key === "ArrowUp" || event.key === "ArrowDown") choose(event);
  });

  /* The list of meetings: arrows walk through it. */
  const choose = (event) => {
    const switcher = event.target.closest("[data-switcher]");
    if (!switcher || event.altKey) return;
    const stops = [switcher.querySelector("input"), ...switcher.querySelectorAll("a")];
    const next = stops[stops.indexOf(event.target) + (event.key === "ArrowDown" ? 1 : -1)];
    if (next) { event.preventDefault(); next.focus(); }
  };

  /* Order: Alt with an arrow presses the row's own button; dragging posts the whole new order. */
  /* A row may hold a list of its own, whose buttons are not the row's. */
  const ownMove = (row, way) => [...row.querySelectorAll(`[data-move${way ? `="${way}"` : ""}]:not(:disabled)`)]
    .find((button) => button.closest("[data-id]") === row);

  const move = (event) => {
    const row = event.target.closest("[data-id]");
    if (!row || isTyping(event.target)) return;
    event.preventDefault();
    const button = ownMove(row, event.key === "ArrowUp" ? "up" : "down");
    if (button) button.click();
  };

  let held = null;
  document.addEventListener("htmx:beforeRequest", () => {
    const row = document.activeElement && document.activeElement.closest("[data-id]");
    const button = document.activeElement && document.activeElement.closest("[data-move]");
    held = row ? { id: row.dataset.id, move: button && button.dataset.move } : null;
  });

  const focusAgain = () => {
    if (!held || document.activeElement !== document.body) return;
    const row = document.querySelector(`[data-id="${CSS.escape(held.id)}"]`);
    if (row) {
      const button = (held.move && ownMove(row, held.move)) || ownMove(row, "");
      (button || row.querySelector("a, button, input") || row).focus();
    }
    held = null;
  };

  const ids = (list) => [...list.children].map((row) => row.dataset.id).filter(Boolean);

  /* A list that lasts beyond midnight stands on the page day by day, under one address. */
  const parts = (list) => [...document.querySelectorAll(`[data-sort-url="${CSS.escape(list.dataset.sortUrl)}"]`)];

  const placed = (list, row) => {
    const order = ids(list);
    announce(fill(words.wordMoved, { place: order.indexOf(row.dataset.id) + 1, count: order.length }));
  };

  const sortable = (list) => {
    if (list.sortable || !window.Sortable) return;
    list.sortable = window.Sortable.create(list, {
      handle: list.dataset.sortHandle || ".handle",
      draggable: "[data-id]",
      group: list.dataset.sortGroup || undefined,
      animation: window.matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 120,
      onEnd: (event) => {
        const to = event.to;
        if (event.from === to && event.oldDraggableIndex === event.newDraggableIndex) return;
        placed(to, event.item);
        if (!to.dataset.sortUrl) return fillPositions(to);
        const values = new FormData();
        for (const id of parts(to).flatMap(ids)) values.append(to.dataset.sortName || "order", id);
        values.append("moved", event.item.dataset.id);
        if (to.dataset.sortVersion) values.append("version", to.dataset.sortVersion);
        window.htmx.ajax("POST", to.dataset.sortUrl, {
          source: to, target: to.dataset.sortTarget || to, swap: "outerHTML", values: values,
        });
      },
    });
  };

  /* A list inside a form is saved with it: dragging types the positions. */
  const fillPositions = (list) => {
    [...list.children].forEach((row, index) => {
      const position = row.querySelector("[data-position]");
      if (position) position.value = index + 1;
    });
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-move]");
    const list = button && button.closest("[data-sortable]");
    if (!list || list.dataset.sortUrl || button.type !== "button") return;
    const row = button.closest("[data-id]");
    const other = button.dataset.move === "up" ? row.previousElementSibling : row.nextElementSibling;
    if (!other) return;
    if (button.dataset.move === "up") other.before(row); else other.after(row);
    fillPositions(list);
    button.focus();
    placed(list, row);
  });

  /* Confirmation names the thing; the answer presses the same button again. */
  const confirmed = new WeakSet();
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-confirm]");
    if (!button || confirmed.has(button)) return;
    event.preventDefault();
    event.stopPropagation();
    ask(button);
  }, true);

  const ask = (button) => {
    const dialog = document.createElement("dialog");
    dialog.className = "confirm";
    const question = Object.assign(document.createElement("p"), { textContent: button.dataset.confirm, id: "confirm-question" });
    dialog.setAttribute("aria-labelledby", "confirm-question");
    const actions = Object.assign(document.createElement("div"), { className: "form-actions" });
    const yes = Object.assign(document.createElement("button"), { className: "btn btn-danger", type: "button" });
    yes.textContent = button.dataset.confirmAction || button.textContent.trim();
    const no = Object.assign(document.createElement("button"), { className: "btn btn-quiet", type: "button" });
    no.textContent = words.wordCancel;
    actions.append(yes, no);
    dialog.append(question, actions);
    document.body.append(dialog);
    dialog.addEventListener("close", () => { dialog.remove(); button.focus(); });
    no.addEventListener("click", () => dialog.close());
    yes.addEventListener("click", () => {
      dialog.close();
      confirmed.add(button);
      button.click();
      confirmed.delete(button);
    });
    dialog.showModal();
    no.focus();
  };

  /* Filters answer as they change; a suggestion follows its source until it is typed over. */
  document.addEventListener("change", (event) => {
    const form = event.target.closest("form[data-submit-on-change]");
    if (form) form.requestSubmit();
  });

  const slug = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase()
    .replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 60);

  document.addEventListener("input", (event) => {
    if (event.target.matches("[data-slug-from]")) event.target.dataset.typed = "yes";
    for (const field of document.querySelectorAll("[data-slug-from]")) {
      if (event.target.id === field.dataset.slugFrom && !field.dataset.typed) field.value = slug(event.target.value);
    }
    if (event.target.matches("[data-fills]") && event.target.value) {
      const other = document.getElementById(event.target.dataset.fills);
      if (other && !other.value) other.value = event.target.value;
    }
  });

  const ready = (root) => {
    root.querySelectorAll("[data-sortable]").forEach(sortable);
    if (root.matches && root.matches("[data-sortable]")) sortable(root);
    for (const field of root.querySelectorAll("[data-slug-from]")) if (field.value) field.dataset.typed = "yes";
    const focus = root.querySelector("[data-focus]");
    if (focus) focus.focus();
  };

  /* Dragging leaves styles on the rows; htmx would write them into the new ones, which the policy forbids. */
  document.addEventListener("htmx:beforeSwap", (event) => {
    event.detail.target.querySelectorAll("[style]").forEach((element) => element.removeAttribute("style"));
  });

  document.addEventListener("htmx:afterSettle", (event) => { ready(event.target); focusAgain(); });
  document.addEventListener("htmx:responseError", (event) => {
    say(event.detail.xhr.status === 403 ? words.wordRefused : words.wordFailed);
  });
  document.addEventListener("htmx:sendError", () => say(words.wordFailed));
  document.body.addEventListener("announce", (event) => announce(event.detail.value || event.detail));
  ready(document);
})();
