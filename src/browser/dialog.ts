/** Links to a dialog open it as a modal; without script the style sheet shows the dialog that the address names. */
export function startDialogs(root: Document): void {
  for (const opener of root.querySelectorAll<HTMLAnchorElement>('a[data-dialog]')) {
    const dialog = root.getElementById(opener.hash.slice(1));
    if (!(dialog instanceof HTMLDialogElement)) continue;
    opener.setAttribute('role', 'button');
    opener.setAttribute('aria-haspopup', 'dialog');
    opener.addEventListener('click', (event) => {
      event.preventDefault();
      dialog.showModal();
    });
    opener.addEventListener('keydown', (event) => {
      if (event.key !== ' ') return;
      event.preventDefault();
      dialog.showModal();
    });
    dialog.querySelector('[data-close]')?.addEventListener('click', (event) => {
      event.preventDefault();
      dialog.close();
    });
  }
}
