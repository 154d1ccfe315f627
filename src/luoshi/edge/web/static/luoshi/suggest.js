// Fields that suggest what fits: a press puts it into the field; arrows go down the list, Escape closes it.
"use strict";
(() => {
  const listOf = (field) => field.closest(".field")?.querySelector(".suggestions");
  const close = (list) => list.replaceChildren();

  document.addEventListener("click", (event) => {
    const chosen = event.target.closest(".suggestions [data-value]");
    if (!chosen) return;
    const list = chosen.closest(".suggestions");
    const field = list.closest(".field").querySelector("[data-suggest]");
    const apart = field.dataset.several;
    // Where several are named, the suggestion takes the place of the last, and the next can follow.
    field.value = apart === undefined ? chosen.dataset.value
      : [...field.value.split(/[、，,；;]/).slice(0, -1), chosen.dataset.value].join(apart) + apart;
    close(list);
    field.focus();
  });

  document.addEventListener("keydown", (event) => {
    const around = event.target.closest(".field");
    const list = around?.querySelector(".suggestions");
    if (!list) return;
    if (event.key === "Escape") {
      close(list);
      around.querySelector("[data-suggest]").focus();
    }
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const buttons = [...list.querySelectorAll("[data-value]")];
    if (!buttons.length) return;
    event.preventDefault();
    const at = buttons.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1);
    (buttons[at] || (at < 0 ? around.querySelector("[data-suggest]") : buttons[0])).focus();
  });

  document.addEventListener("focusin", (event) => {
    for (const list of document.querySelectorAll(".suggestions")) {
      if (list !== listOf(event.target)) close(list);
    }
  });
})();
