// The table by keyboard: j and k move, x picks, Enter opens, / searches. Without this script the boxes do.
(() => {
  const table = document.querySelector(".tasks tbody");
  const all = document.querySelector(".tasks .all");
  const picked = document.querySelector(".picked");
  const boxes = () => [...document.querySelectorAll('.tasks input[name="task"]')];
  let at = -1;

  const tell = () => {
    const count = boxes().filter((box) => box.checked).length;
    picked.textContent = count ? picked.dataset.some.replace("{count}", count) : picked.dataset.none;
    all.checked = count > 0 && count === boxes().length;
  };
  const move = (step) => {
    const rows = table.rows;
    rows[at]?.removeAttribute("aria-selected");
    at = Math.min(Math.max(at + step, 0), rows.length - 1);
    rows[at].setAttribute("aria-selected", "true");
    rows[at].querySelector(".what a").focus({ preventScroll: true });
    rows[at].scrollIntoView({ block: "nearest" });
  };
  const pick = () => {
    const box = boxes()[at];
    if (box) {
      box.checked = !box.checked;
      tell();
    }
  };
  const keys = { j: () => move(1), k: () => move(-1), x: pick };

  document.addEventListener("keydown", (event) => {
    const typing = event.target.matches('input:not([type="checkbox"]), select, textarea');
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "/") {
      event.preventDefault();
      document.querySelector('.filters [name="q"]')?.focus();
    } else if (table && keys[event.key]) {
      event.preventDefault();
      keys[event.key]();
    }
  });
  if (!table) return;
  all.hidden = false;
  all.addEventListener("change", () => {
    boxes().forEach((box) => { box.checked = all.checked; });
    tell();
  });
  table.addEventListener("change", tell);
  window.addEventListener("pageshow", tell);
})();
