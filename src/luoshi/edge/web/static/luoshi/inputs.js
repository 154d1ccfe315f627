// A day and a file in the words of the page instead of the browser's. Without this script the browser's own fields do.
"use strict";
(() => {
  const made = (tag, className, text = "") => Object.assign(document.createElement(tag), { className, textContent: text });
  const spoken = new Intl.DateTimeFormat(document.documentElement.lang || "zh", {
    year: "numeric", month: "long", day: "numeric", weekday: "short", timeZone: "UTC",
  });
  // As the server reads it: 2026-06-30, 2026/6/30, 2026.6.30, 2026年6月30日.
  const day = (text) => {
    const [, year, month, date] = text.trim().match(/^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/) ?? [];
    const iso = year && `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
    return iso && !Number.isNaN(Date.parse(iso)) ? iso : "";
  };

  const around = (field, className) => {
    const focused = document.activeElement === field;
    const shell = made("span", className);
    field.before(shell);
    shell.append(field);
    if (focused) field.focus();
    return shell;
  };

  const dressDay = (field) => {
    const value = field.value;
    const shell = around(field, "day-field");
    Object.assign(field, { type: "text", value, placeholder: field.dataset.example, autocomplete: "off" });
    const native = Object.assign(made("input", "native-day"), { type: "date", tabIndex: -1 });
    native.setAttribute("aria-hidden", "true");
    const button = Object.assign(made("button", "btn", field.dataset.pick), { type: "button" });
    const said = made("span", "said-day secondary");
    said.setAttribute("aria-live", "polite");
    const tell = () => {
      native.value = day(field.value);
      said.textContent = native.value ? spoken.format(new Date(native.value)) : "";
    };
    shell.append(native, button);
    shell.after(said);
    field.addEventListener("input", tell);
    field.addEventListener("change", tell);
    button.addEventListener("click", () => native.showPicker());
    native.addEventListener("change", () => {
      field.value = native.value;
      for (const happened of ["input", "change"]) field.dispatchEvent(new Event(happened, { bubbles: true }));
      field.focus();
    });
    tell();
  };

  const dressFile = (field) => {
    const shell = around(field, `file-field ${field.className}`);
    const button = made("span", "btn", field.dataset.choose);
    const said = made("span", "secondary");
    // Whoever listens hears the field itself; these two are for the eye.
    for (const part of [button, said]) part.setAttribute("aria-hidden", "true");
    const tell = () => {
      said.textContent = [...field.files].map((file) => file.name).join("、") || field.dataset.none;
    };
    shell.append(button, said);
    field.addEventListener("change", tell);
    tell();
  };

  const dress = (within) => {
    for (const field of within.querySelectorAll("input[data-pick]:not([data-dressed]), input[data-choose]:not([data-dressed])")) {
      field.dataset.dressed = "";
      if (field.dataset.pick) dressDay(field); else dressFile(field);
    }
  };
  dress(document);
  document.addEventListener("htmx:load", (event) => dress(event.detail.elt.parentElement ?? document));
})();
