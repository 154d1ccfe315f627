// What is typed into a form marked data-typed survives a session that ends: kept in this tab until it was sent and taken.
"use strict";
(() => {
  const NAME = "luoshi-typed:";
  const keyOf = (form) => NAME + form.dataset.typed + ":" + form.dataset.author;
  const kept = (form) => [...form.elements].filter((field) =>
    field.name && field.matches("textarea, select, input:not([type=hidden], [type=file], [type=submit])"));

  const isBox = (field) => field.matches("[type=checkbox], [type=radio]");
  // A box is known by what it stands for, and says whether it is ticked.
  const nameOf = (field) => (isBox(field) ? field.name + "=" + field.value : field.name);

  const keep = (form) => {
    const said = Object.fromEntries(kept(form).map((field) => [nameOf(field), isBox(field) ? field.checked : field.value]));
    sessionStorage.setItem(keyOf(form), JSON.stringify({ said, sent: false }));
  };
  const giveBack = (form) => {
    const stored = JSON.parse(sessionStorage.getItem(keyOf(form)) || "null");
    if (!stored) return;
    for (const field of kept(form)) {
      const words = stored.said[nameOf(field)];
      if (isBox(field)) {
        if (words !== undefined && field.checked === field.defaultChecked) field.checked = words;
        continue;
      }
      // What the server gives back, or offers to begin with, outranks; an empty field takes what was typed.
      if (words !== undefined && (!field.value || field.value === field.defaultValue)) field.value = words;
    }
  };

  document.addEventListener("input", (event) => {
    const form = event.target.closest("[data-typed]");
    if (form) keep(form);
  });
  document.addEventListener("submit", (event) => {
    const form = event.target.closest("[data-typed]");
    if (!form) return;
    keep(form);
    const stored = JSON.parse(sessionStorage.getItem(keyOf(form)));
    sessionStorage.setItem(keyOf(form), JSON.stringify({ ...stored, sent: true }));
  }, true);

  const arrive = (within) => {
    // The page of the thing itself comes after a form only when the form was taken.
    if (document.querySelector("[data-settles]") && within === document) {
      for (const key of Object.keys(sessionStorage).filter((each) => each.startsWith(NAME))) {
        if (JSON.parse(sessionStorage.getItem(key)).sent) sessionStorage.removeItem(key);
      }
    }
    for (const form of within.querySelectorAll("[data-typed]")) giveBack(form);
  };
  arrive(document);
  document.addEventListener("htmx:afterSwap", (event) => arrive(event.target.parentElement ?? document.body));
})();
