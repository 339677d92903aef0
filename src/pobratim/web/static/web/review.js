"use strict";
/* The review queue from the keyboard. Every key presses a button or follows a link that the page has anyway. */
(() => {
  const queue = document.getElementById("queue");
  if (!queue) return;
  const items = () => [...queue.querySelectorAll(".item:not(.done)")];
  const keys = document.getElementById("keys");
  const all = document.getElementById("all");
  let here = null;

  const go = (item) => {
    if (here) here.classList.remove("here");
    here = item || null;
    if (!here) return;
    here.classList.add("here");
    here.focus({ preventScroll: true });
    /* At once: who goes on by keys and then clicks would click at what is still moving. */
    here.scrollIntoView({ block: "nearest", behavior: "instant" });
  };

  const step = (way) => {
    const many = items();
    const at = many.indexOf(here);
    go(many[at < 0 ? 0 : Math.min(many.length - 1, Math.max(0, at + way))]);
  };

  /* Where none is chosen yet the key chooses the first: nothing is decided about what nobody looked at. */
  const press = (act) => {
    if (!here) { step(1); return; }
    const button = here.querySelector(`[data-act="${act}"]`);
    if (!button) return;
    button.click();
    if (act === "r") {
      const reason = button.parentElement.querySelector("input[name=because]");
      if (reason && button.parentElement.open) reason.focus();
    }
  };

  const toggle = (selector) => {
    if (!here) { step(1); return; }
    const one = here.querySelector(selector);
    if (one) one.click();
  };

  const deeds = {
    j: () => step(1),
    k: () => step(-1),
    a: () => press("a"),
    r: () => press("r"),
    e: () => press("e"),
    m: () => press("m"),
    s: () => press("s"),
    x: () => toggle(".check"),
    o: () => toggle(".told > summary"),
    u: () => document.getElementById("undo").requestSubmit(),
    "?": () => { keys.hidden = !keys.hidden; },
  };
  /* The same keys under a Russian layout. */
  const russian = { "о": "j", "л": "k", "ф": "a", "к": "r", "у": "e", "ь": "m", "ы": "s", "ч": "x", "щ": "o", "г": "u", ",": "?" };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    const inside = event.target.closest("input:not([type=checkbox]), textarea, select");
    if (inside) {
      if (event.key === "Escape" && here) { event.preventDefault(); go(here); }
      if (event.key === "Enter" && inside.form && inside.form.id === "bulk") {
        event.preventDefault();
        inside.closest(".ask").querySelector("button").click();
      }
      return;
    }
    const deed = deeds[event.key] || deeds[russian[event.key]];
    if (!deed) return;
    event.preventDefault();
    deed();
  });

  queue.addEventListener("focusin", (event) => {
    const item = event.target.closest(".item:not(.done)");
    if (item && item !== here) {
      if (here) here.classList.remove("here");
      here = item;
      here.classList.add("here");
    }
  });

  /* What was decided gives way to a line; the next one that waits is where one goes on. */
  let next = null;
  document.body.addEventListener("htmx:beforeRequest", (event) => {
    const item = event.target.closest(".item");
    const many = items();
    const at = many.indexOf(item);
    next = at < 0 ? null : many[at + 1] || many[at - 1] || null;
  });
  document.body.addEventListener("htmx:afterSwap", () => {
    if (next && next.isConnected) go(next);
    else go(null);
    next = null;
  });

  if (all) {
    all.closest("label").hidden = false;
    all.addEventListener("change", () => queue.querySelectorAll(".check").forEach((box) => { box.checked = all.checked; }));
  }
  const asked = location.hash.startsWith("#item-") && document.getElementById(location.hash.slice(1));
  if (asked) go(asked);
})();
