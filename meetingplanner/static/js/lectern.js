/* The screen of a lectern: one cue at a time by keys, buttons or touch; a clock in the meeting's zone. */
(() => {
  "use strict";
  const cards = [...document.querySelectorAll(".card")];
  const buttons = [...document.querySelectorAll("[data-step]")];
  const count = document.querySelector(".count");
  const clock = document.querySelector(".clock");
  const { zone, clock: form, clockWhole } = document.body.dataset;
  let current = 0;

  const show = (index) => {
    current = Math.min(Math.max(index, 0), cards.length - 1);
    cards.forEach((card, number) => card.classList.toggle("is-current", number === current));
    count.textContent = `${current + 1}/${cards.length}`;
    buttons.forEach((button) => { button.disabled = !cards[current + Number(button.dataset.step)]; });
    window.history.replaceState(null, "", `#${cards[current].id}`);
    window.scrollTo(0, 0);
  };

  const named = () => cards.findIndex((card) => `#${card.id}` === window.location.hash);

  const tick = () => {
    const parts = new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
    const [hour, minute] = parts.format(new Date()).split(":");
    const words = minute === "00" ? clockWhole : form;
    const text = words.replace("mm", minute).replace("HH", hour).replace("H", String(Number(hour)));
    if (clock.textContent !== text) clock.textContent = text;
  };

  tick();
  window.setInterval(tick, 1000);
  if (!cards.length) return;

  document.documentElement.classList.add("has-script");
  buttons.forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => show(current + Number(button.dataset.step)));
  });
  const steps = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, " ": 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1 };

  /* What is longer than the screen is read to its end before such a key leads on. */
  const scrolls = (key) => {
    if (key === "ArrowRight" || key === "ArrowLeft") return false;
    const rest = document.documentElement.scrollHeight - window.innerHeight - window.scrollY;
    return (steps[key] > 0 ? rest : window.scrollY) > 2;
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const onControl = event.target.closest("button, a, summary") && event.key === " ";
    if (event.key in steps && !onControl && !scrolls(event.key)) { event.preventDefault(); show(current + steps[event.key]); }
    if (event.key === "Home") { event.preventDefault(); show(0); }
    if (event.key === "End") { event.preventDefault(); show(cards.length - 1); }
  });
  window.addEventListener("hashchange", () => { if (named() >= 0) show(named()); });
  show(Math.max(named(), 0));
})();
