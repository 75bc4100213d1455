/* The reader's own time beside that of the meeting, where they differ. Without scripts the meeting's stands alone. */
(() => {
  "use strict";
  const button = document.querySelector("[data-own-zone]");
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!button || !own) return;
  const language = document.documentElement.lang;
  const times = [...document.querySelectorAll("[data-start]")];
  const said = (moment, zone, options) => new Intl.DateTimeFormat(language, { timeZone: zone, ...options }).format(moment);
  const clock = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
  const day = { year: "numeric", month: "numeric", day: "numeric" };
  const differs = times.some((time) => {
    const moment = new Date(time.dateTime);
    return [clock, day].some((options) => said(moment, own, options) !== said(moment, button.dataset.ownZone, options));
  });
  if (!differs) return;

  const show = (isShown) => {
    times.forEach((time) => {
      time.querySelector(".own")?.remove();
      if (!isShown) return;
      const moment = new Date(time.dateTime);
      const isOther = said(moment, own, day) !== said(moment, button.dataset.ownZone, day);
      const line = document.createElement("span");
      line.className = "own";
      line.textContent = said(moment, own, isOther ? { weekday: "short", ...clock } : clock);
      time.append(line);
    });
    const word = isShown ? button.dataset.wordOnly : button.dataset.wordOwn;
    button.textContent = word.replace("%(zone)s", own.replaceAll("_", " "));
    button.setAttribute("aria-pressed", String(isShown));
  };
  button.hidden = false;
  button.addEventListener("click", () => show(button.getAttribute("aria-pressed") !== "true"));
  show(false);
})();
