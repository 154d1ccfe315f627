// The review by keyboard, its saving while somebody types, and finding the other side. All of it works without, by buttons.
(() => {
  const one = (selector, within = document) => within.querySelector(selector);
  const stops = () => [...document.querySelectorAll(".draft, .clause-group:not(:has(.draft)) .exemption > summary")];
  const stopOf = (element) => element?.closest?.(".draft") ?? element?.closest?.(".exemption > summary");
  const typing = (element) => element.matches("input:not([type=checkbox]), textarea, select");
  let current = null;

  // Find the other side: whatever row has the focus, its sentence stands lit beside it.
  const find = (stop) => {
    current = stop;
    document.querySelectorAll(".lit").forEach((each) => each.classList.remove("lit"));
    const other = stop.id && document.getElementById(stop.id.replace("t", "s"));
    if (!other || getComputedStyle(one(".original")).overflowY !== "auto") return;
    other.classList.add("lit");
    other.scrollIntoView({ block: "nearest" });
  };
  const go = (stop) => {
    if (!stop) return;
    stop.focus({ preventScroll: true });
    stop.scrollIntoView({ block: "nearest" });
    find(stop);
  };
  const step = (by) => {
    const all = stops();
    const place = all.indexOf(here());
    go(all[place < 0 ? 0 : Math.min(all.length - 1, Math.max(0, place + by))]);
  };
  const here = () => stopOf(document.activeElement) ?? (current?.id ? document.getElementById(current.id) : current);
  const next = (after) => {
    const all = stops();
    const place = all.indexOf(after);
    const open = (each) => !each.classList.contains("decided");
    go(all.slice(place + 1).find(open) ?? all.find(open) ?? after);
  };

  document.addEventListener("focusin", (event) => {
    const stop = stopOf(event.target);
    if (stop) find(stop);
  });
  document.addEventListener("click", (event) => {
    const sentence = event.target.closest(".original a[href^='#t']");
    const stop = sentence && document.getElementById(sentence.hash.slice(1));
    if (!stop) return;
    event.preventDefault();
    history.replaceState(null, "", sentence.hash);
    go(stop);
  });

  // Keys press the button that is marked with them: of the row, of its clause, of the page.
  const press = (key) => {
    const stop = here();
    const button = [stop, stop?.closest(".clause-group"), one("#bar"), one("#selection")]
      .map((place) => place && one(`[data-key="${CSS.escape(key)}"]`, place)).find(Boolean);
    if (!button) return false;
    button.click();
    const asks = button.matches("summary") && one("input:not([type=hidden])", button.parentElement);
    if (asks) asks.focus();
    return true;
  };
  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.altKey || event.metaKey || one("dialog[open]")) return;
    const field = typing(event.target);
    if (field && event.key === "Enter" && event.target.dataset.units) {
      const offer = one(".unit", document.getElementById(event.target.dataset.units));
      if (!offer) return;
      event.preventDefault();
      offer.click();
    } else if (field && event.key === "Enter" && event.ctrlKey) {
      event.preventDefault();
      press("Enter");
    } else if (field && event.key === "Escape") {
      event.preventDefault();
      go(stopOf(event.target));
    } else if (!field && !event.ctrlKey) {
      if (event.key === "j" || event.key === "k") step(event.key === "j" ? 1 : -1);
      else if (event.key === "Enter" && event.target.matches("a, button, summary")) return;
      else if (!["e", "u", "d", "x", "z", "?", "Enter", "Escape"].includes(event.key) || !press(event.key)) return;
      event.preventDefault();
    }
  });
  const shown = one("#keys-shown");
  if (shown) {
    shown.hidden = false;
    shown.addEventListener("click", () => one("#keys").showModal());
  }
  one("#choose")?.addEventListener("click", (event) => {
    event.preventDefault();
    const boxes = [...document.querySelectorAll("[name=chosen][type=checkbox]")];
    const all = boxes.every((box) => box.checked);
    boxes.forEach((box) => { box.checked = !all; });
  });

  // The field keeps the focus, so that half a word is not saved because somebody reaches for an offer.
  document.addEventListener("mousedown", (event) => {
    if (event.target.closest(".unit")) event.preventDefault();
  });
  // A unit that is offered takes the place of what was typed after the last comma.
  document.addEventListener("click", (event) => {
    const offer = event.target.closest(".unit");
    const field = offer && one(`[data-units="${offer.closest("ul").id}"]`);
    if (!field) return;
    field.value = [...field.value.split(/[、，]/).slice(0, -1), offer.dataset.unit].join("、");
    offer.closest("ul").replaceChildren();
    field.focus();
    field.dispatchEvent(new Event("change", { bubbles: true }));
  });

  // Saving: a moment after the last key, at once when a field is left, before anything else is sent.
  const WAIT = 1200;
  const unsaved = new Map();
  const timers = new WeakMap();
  const tell = (failed) => one("#unsaved")?.toggleAttribute("hidden", !failed);
  const save = (form) => {
    clearTimeout(timers.get(form));
    if (!form.isConnected) unsaved.delete(form);
    if (unsaved.has(form)) htmx.trigger(form, "autosave");
  };
  document.addEventListener("input", (event) => {
    const form = event.target.closest(".edit");
    if (!form) return;
    unsaved.set(form, (unsaved.get(form) ?? 0) + 1);
    clearTimeout(timers.get(form));
    // Half a unit's name is no unit and half a day is none, so these fields are saved when they are left.
    if (!event.target.dataset.units && !event.target.dataset.pick) timers.set(form, setTimeout(() => save(form), WAIT));
  });
  document.addEventListener("change", (event) => {
    const form = event.target.closest(".edit");
    if (!form) return;
    unsaved.set(form, (unsaved.get(form) ?? 0) + 1);
    save(form);
  });
  const sent = new WeakMap();
  document.addEventListener("htmx:beforeRequest", (event) => {
    sent.set(event.detail.xhr, unsaved.get(event.target.closest(".edit")));
  });
  document.addEventListener("htmx:beforeOnLoad", (event) => {
    // Whoever's session has ended would be led to sign in; what is typed on this page must be saved or copied first.
    if (!event.detail.xhr.getResponseHeader("HX-Redirect")) return;
    event.preventDefault();
    tell(true);
  });
  document.addEventListener("htmx:afterRequest", (event) => {
    const form = event.target.closest(".edit") ?? (event.target.matches(".edit") ? event.target : null);
    const answer = event.detail.xhr;
    const arrived = answer.status === 200 || answer.status === 422;
    const ours = arrived && new URL(answer.responseURL).pathname === event.detail.pathInfo.requestPath.split("?")[0];
    if (event.detail.requestConfig.verb === "post") tell(!ours);
    if (form && answer.status === 200 && ours && unsaved.get(form) === sent.get(answer)) unsaved.delete(form);
    const waits = form && waiting.get(form);
    if (waits) { waiting.delete(form); waits(answer.status === 200 && ours); }
  });
  document.addEventListener("htmx:oobAfterSwap", () => {
    document.querySelectorAll("[id^=saved][data-version]").forEach((note) => {
      const place = note.id.replace("saved", "");
      document.querySelectorAll(`.version${place}`).forEach((field) => { field.value = note.dataset.version; });
      const box = one(`#t${place} [name=chosen]`);
      if (box) box.value = `${place}:${note.dataset.version}`;
    });
  });
  document.addEventListener("htmx:afterSettle", (event) => {
    const row = event.detail.elt?.closest?.(".draft");
    const focused = document.activeElement;
    if (!row || !(focused === document.body || focused === row)) return;
    if (row.classList.contains("decided") && !one(".refusal", row)) next(row); else go(row);
  });
  const waiting = new WeakMap();
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.hasAttribute("hx-post") || form.method === "dialog") return;
    [...unsaved.keys()].filter((each) => !each.isConnected).forEach((each) => unsaved.delete(each));
    if (!unsaved.size) return;
    event.preventDefault();
    const all = [...unsaved.keys()].map((each) => new Promise((done) => { waiting.set(each, done); save(each); }));
    Promise.all(all).then((saved) => { if (saved.every(Boolean)) form.requestSubmit(event.submitter); });
  }, true);
  addEventListener("beforeunload", (event) => {
    if ([...unsaved.keys()].some((form) => form.isConnected)) event.preventDefault();
  });
  addEventListener("load", () => {
    // After an act the page opens where one goes on: at its draft, else at the first thing still open.
    if (!location.hash || one("[autofocus]")) return;
    const place = location.hash.startsWith("#t") && document.getElementById(location.hash.slice(1));
    if (place) go(place); else next(null);
  });
})();
