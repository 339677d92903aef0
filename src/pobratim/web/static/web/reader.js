// Beside the text of a page: the record under the pointer, or in focus, is lit wherever the text tells of it.
(() => {
  "use strict";
  const marks = [...document.querySelectorAll("mark[data-records]")].map((mark) => [mark, new Set(mark.dataset.records.split(" "))]);
  const light = (event, on) => {
    const link = event.target.closest && event.target.closest("[data-record]");
    if (!link) return;
    for (const [mark, records] of marks) if (records.has(link.dataset.record)) mark.classList.toggle("lit", on);
  };
  for (const [name, on] of [["mouseover", true], ["mouseout", false], ["focusin", true], ["focusout", false]]) {
    document.addEventListener(name, (event) => light(event, on));
  }
})();
