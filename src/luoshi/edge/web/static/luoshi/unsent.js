// A form that was sent in vain keeps what was typed and says so; without this script the browser shows its own page.
(() => {
  const show = (visible) => {
    document.getElementById("unsent")?.toggleAttribute("hidden", !visible);
  };
  document.addEventListener("htmx:beforeRequest", () => show(false));
  document.addEventListener("htmx:sendError", () => show(true));
  document.addEventListener("htmx:responseError", () => show(true));
})();
