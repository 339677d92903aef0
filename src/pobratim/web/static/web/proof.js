// The proof of a value opens beside its record, on a narrow screen at the foot of it; Escape or ✕ closes it and leads back.
(() => {
  "use strict";
  const place = document.getElementById("proof");
  if (!place) return;
  const before = [...place.childNodes];
  const narrow = matchMedia("(max-width: 56rem)");
  let asked = null;

  const unmark = () => document.querySelectorAll(".proof[aria-current]").forEach((link) => link.removeAttribute("aria-current"));

  const close = () => {
    place.classList.remove("open");
    place.replaceChildren(...before);
    unmark();
    if (asked) asked.focus({ preventScroll: !narrow.matches });
    asked = null;
  };

  document.addEventListener("htmx:beforeRequest", (event) => {
    if (event.detail.target === place) asked = event.detail.elt;
  });
  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.detail.target !== place) return;
    unmark();
    place.classList.add("open");
    place.scrollTop = 0;
    if (asked) {
      asked.setAttribute("aria-current", "true");
      if (narrow.matches) asked.scrollIntoView({ block: "start" });
    }
    const heading = place.querySelector("h2");
    if (heading) heading.focus({ preventScroll: true });
  });
  place.addEventListener("click", (event) => {
    if (event.target.closest("[data-close]")) close();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && place.classList.contains("open")) close();
  });
})();
