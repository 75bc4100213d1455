/* While rows are dragged the times follow at once, by the rules of events/domain/timeline.py; what is dropped is placed
   by the server, whose page replaces this one. Hooks are data attributes: seconds, and instants in seconds of UTC. */
(() => {
  "use strict";
  const MINUTE = 60;
  const NIGHT = 8 * 3600;
  const rowsOf = (list) => [...list.children].filter((row) => row.dataset.id && !row.matches(".sortable-fallback"));
  const number = (element, name) => (element.dataset[name] ? Number(element.dataset[name]) : null);
  const sum = (numbers) => numbers.reduce((whole, one) => whole + one, 0);

  const itemOf = (row) => ({
    row,
    start: number(row, "start"),
    end: number(row, "end"),
    length: number(row, "length"),
    takesRest: "rest" in row.dataset,
    isFloor: "floor" in row.dataset,
  });

  /* A segment that lasts beyond midnight stands on the page day by day, its items under one address. */
  const segmentsOf = (root) => {
    const found = new Map();
    for (const list of root.querySelectorAll("ol.items[data-handover]")) {
      const known = found.get(list.dataset.sortUrl);
      if (known) known.items.push(...rowsOf(list).map(itemOf));
      else {
        found.set(list.dataset.sortUrl, {
          list, items: rowsOf(list).map(itemOf),
          start: number(list, "start"), end: number(list, "end"), handover: number(list, "handover"),
        });
      }
    }
    return [...found.values()];
  };

  const runsOf = (items) => items.reduce((runs, item) => {
    const last = runs.at(-1);
    if (!last || item.start !== null || last.at(-1).end !== null) runs.push([item]);
    else last.push(item);
    return runs;
  }, []);

  const lengthsOf = (run, room, handover) => {
    const lengths = run.map((item) => item.length);
    const takers = run.map((item, index) => (item.takesRest ? index : -1)).filter((index) => index >= 0);
    if (room === null || !takers.length) return lengths;
    const used = sum(lengths) + handover * run.slice(0, -1).filter((item) => item.isFloor).length;
    const rest = Math.max(room - used, 0);
    const share = Math.floor(rest / takers.length / MINUTE) * MINUTE;
    for (const index of takers) lengths[index] += share;
    lengths[takers.at(-1)] += rest - share * takers.length;
    return lengths;
  };

  const clockOf = (root) => {
    const form = new Intl.DateTimeFormat("en-GB", { timeZone: root.dataset.zone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
    return (instant) => {
      const [hour, minute] = form.format(new Date(instant * 1000)).split(":");
      const words = minute === "00" ? root.dataset.clockWhole : root.dataset.clock;
      return words.replace("HH", hour).replace("H", Number(hour)).replace("mm", minute);
    };
  };

  const write = (elements, instants, clock) => elements.forEach((element, index) => {
    const words = clock(instants[index]);
    if (element.textContent !== words) element.textContent = words;
  });

  const placeItem = (item, start, length, handover, clock) => {
    write(item.row.querySelectorAll(":scope > .item-head > .at time"), [start, start + length], clock);
    const list = item.row.querySelector(":scope > .speeches");
    let from = start;
    for (const row of list ? rowsOf(list) : []) {
      write(row.querySelectorAll(":scope > .at time"), [from], clock);
      from += number(row, "length") + handover;
    }
  };

  /* Where the floor is free again after a run. */
  const placeRun = (run, start, limit, handover, clock) => {
    const lengths = lengthsOf(run, limit === null ? null : limit - start, handover);
    return run.reduce((from, item, index) => {
      const end = from + lengths[index];
      placeItem(item, from, lengths[index], handover, clock);
      const pause = item.isFloor ? handover : 0;
      const isCut = index === run.length - 1 && limit !== null && end <= limit;
      return end + (isCut ? Math.min(pause, limit - end) : pause);
    }, start);
  };

  const nextFixed = (segments, begin) => {
    for (const segment of segments) {
      const fixed = segment.start ?? segment.items.map((item) => item.start).find((one) => one !== null) ?? null;
      if (fixed !== null) return fixed - begin < NIGHT ? fixed : null;
    }
    return null;
  };

  const limitOf = (root, segments, index, begin) => {
    const { end } = segments[index];
    if (end !== null) return end;
    const limit = nextFixed(segments.slice(index + 1), begin) ?? (index === segments.length - 1 ? number(root, "end") : null);
    const interpretation = number(root, "interpretation");
    const isCut = limit !== null && interpretation !== null && interpretation > begin;
    return isCut ? Math.min(limit, interpretation) : limit;
  };

  const place = (root) => {
    const clock = clockOf(root);
    const segments = segmentsOf(root);
    segments.reduce((before, segment, index) => {
      const begin = segment.start ?? before;
      const limit = limitOf(root, segments, index, begin);
      const runs = runsOf(segment.items);
      let [from, reached] = [begin, begin];
      runs.forEach((run, place) => {
        const ends = [run.at(-1).end, runs[place + 1]?.[0].start ?? limit].filter((one) => one !== null);
        from = placeRun(run, run[0].start ?? from, ends.length ? Math.min(...ends) : null, segment.handover, clock);
        reached = Math.max(reached, from);
      });
      const end = segment.end ?? (runs.length ? reached : limit ?? begin);
      write(segment.list.closest(".segment").querySelectorAll(".segment-head .span time"), [begin, end], clock);
      return end;
    }, number(root, "start"));
  };

  /* The list tells of each step of a drag, and of its start and end, by events of these names. */
  let before = null;
  const rootOf = (event) => event.target.matches("[data-sortable]") && event.target.closest("#programme[data-clock]");
  document.addEventListener("start", (event) => {
    const root = rootOf(event);
    if (root) before = [...root.querySelectorAll("time")].map((element) => [element, element.textContent]);
  });
  document.addEventListener("change", (event) => {
    const root = rootOf(event);
    if (root) place(root);
  });
  document.addEventListener("end", (event) => {
    const isBack = event.from === event.to && event.oldDraggableIndex === event.newDraggableIndex;
    if (before && isBack) for (const [element, words] of before) element.textContent = words;
    before = null;
  });
})();
