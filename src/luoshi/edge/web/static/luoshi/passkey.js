// Ties the buttons for passkeys to the library that asks the browser. Without this script they stay hidden.
(() => {
  for (const form of document.querySelectorAll("form[data-passkey]")) {
    const { passkey, action, credential, passwordless, options } = form.dataset;
    window.allauth.webauthn.forms[`${passkey}Form`]({
      ids: { [action]: form.dataset.button, credential, passwordless },
      data: options && JSON.parse(options),
    });
    for (const hidden of form.querySelectorAll("[data-needs-script]")) hidden.hidden = false;
  }
  document.addEventListener("allauth.error", (event) => {
    event.preventDefault();
    for (const note of document.querySelectorAll("[data-passkey-unable]")) note.hidden = false;
  });
})();
