// Zoom and pan for the map of ties. Without it the map stands still and all its links work.
"use strict";

for (const map of document.querySelectorAll("[data-map]")) {
  const svg = map.querySelector("svg");
  const [, , wide, high] = svg.getAttribute("viewBox").split(" ").map(Number);
  const marks = [...svg.querySelectorAll(".at")].map((node) => {
    const [x, y] = node.getAttribute("transform").match(/-?[\d.]+/g).map(Number);
    const text = node.querySelector("text");
    const round = Number(node.querySelector("circle").getAttribute("r"));
    return { node, x, y, text, round, long: 0 };
  });
  const BEFORE = { start: 0, middle: 0.5, end: 1 }; // so much of a name stands before its place
  const NEAREST = 40, FARTHEST = 0.25, STEP = 1.5, ROOMY = 0.75;
  let view = { x: 0, y: 0, zoom: 1 };

  // Points and names keep their size on the screen; names are shown while there is room, the busiest first.
  function draw() {
    svg.setAttribute("viewBox", `${view.x} ${view.y} ${wide / view.zoom} ${high / view.zoom}`);
    const scale = size() / view.zoom;
    const taken = marks.map(({ x, y, round }) => [x - round * scale, y - round * scale, x + round * scale, y + round * scale]);
    for (const mark of marks) {
      mark.node.setAttribute("transform", `translate(${mark.x} ${mark.y}) scale(${scale})`);
      if (!mark.text) continue;
      mark.text.removeAttribute("display");
      mark.long ||= mark.text.getComputedTextLength();
      const [at, base] = ["x", "y"].map((name) => Number(mark.text.getAttribute(name)));
      const left = mark.x + (at - BEFORE[mark.text.getAttribute("text-anchor")] * mark.long) * scale;
      const box = [left, mark.y + (base - 11) * scale, left + mark.long * scale, mark.y + (base + 3) * scale];
      if (cut(box) || taken.some((other) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3])) {
        mark.text.setAttribute("display", "none");
      } else {
        taken.push(box);
      }
    }
  }

  // A name that the edge would cut is no name.
  function cut([left, top, right, bottom]) {
    return left < view.x || top < view.y || right > view.x + wide / view.zoom || bottom > view.y + high / view.zoom;
  }

  // Units of the picture are pixels where it is as wide as it was drawn; on a phone they are smaller.
  function size() {
    const shown = svg.getBoundingClientRect().width;
    return shown ? Math.min(Math.max(wide / shown, 1), 3) : 1;
  }

  function place(event) {
    const box = svg.getBoundingClientRect();
    return { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height };
  }

  // `at`: what stays where it is, in parts of the picture.
  function zoom(times, at = { x: 0.5, y: 0.5 }) {
    const next = Math.min(Math.max(view.zoom * times, FARTHEST), NEAREST);
    view.x += at.x * (wide / view.zoom - wide / next);
    view.y += at.y * (high / view.zoom - high / next);
    view.zoom = next;
    draw();
  }

  function move(right, down) {
    view.x += (right * wide) / view.zoom;
    view.y += (down * high) / view.zoom;
    draw();
  }

  // Where the picture is small, its names are larger than it was drawn for: they get more room about the points.
  function home() {
    view = { x: 0, y: 0, zoom: 1 };
    zoom(size() > 1.5 ? ROOMY : 1);
  }

  const acts = { in: () => zoom(STEP), out: () => zoom(1 / STEP), home };
  const tools = map.querySelector(".map-tools");
  tools.hidden = false;
  tools.addEventListener("click", (event) => acts[event.target.dataset.zoom]?.());

  const keys = {
    "+": acts.in, "=": acts.in, "-": acts.out, "0": home,
    ArrowLeft: () => move(-0.1, 0), ArrowRight: () => move(0.1, 0), ArrowUp: () => move(0, -0.1), ArrowDown: () => move(0, 0.1),
  };
  map.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });

  // The wheel alone scrolls the page: with Ctrl, or where the map has the focus, it zooms.
  svg.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !map.contains(document.activeElement)) return;
    event.preventDefault();
    zoom(event.deltaY < 0 ? 1.2 : 1 / 1.2, place(event));
  }, { passive: false });

  // One pointer moves the map (a finger only when it was zoomed), two fingers zoom it.
  const down = new Map();
  let moved = 0;
  svg.addEventListener("pointerdown", (event) => {
    down.set(event.pointerId, place(event));
    moved = 0;
  });
  svg.addEventListener("pointermove", (event) => {
    const before = down.get(event.pointerId);
    if (!before || (event.pointerType === "mouse" && !event.buttons)) return;
    const now = place(event);
    if (down.size === 2) {
      const other = [...down].find(([id]) => id !== event.pointerId)[1];
      const was = Math.hypot(before.x - other.x, before.y - other.y), is = Math.hypot(now.x - other.x, now.y - other.y);
      if (was > 0.01 && is > 0.01) zoom(is / was, other);
    } else if (event.pointerType === "mouse" || view.zoom > 1) {
      move(before.x - now.x, before.y - now.y);
    }
    moved += Math.hypot(now.x - before.x, now.y - before.y);
    down.set(event.pointerId, now);
  });
  for (const name of ["pointerup", "pointercancel", "pointerleave"]) {
    svg.addEventListener(name, (event) => down.delete(event.pointerId));
  }
  svg.addEventListener("click", (event) => {
    if (moved > 0.01) event.preventDefault();
  }, true);
  svg.addEventListener("dragstart", (event) => event.preventDefault());
  svg.addEventListener("touchmove", (event) => {
    if (event.touches.length > 1 || view.zoom > 1) event.preventDefault();
  }, { passive: false });

  map.dataset.live = "";
  addEventListener("resize", draw);
  home();
}
