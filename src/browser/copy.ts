/** Copy buttons appear only here; without script the link can be selected and copied by hand. */
export function startCopy(root: Document): void {
  for (const button of root.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
    const box = root.getElementById(button.dataset.copy ?? '');
    if (!(box instanceof HTMLInputElement)) continue;
    button.hidden = false;
    button.addEventListener('click', () => {
      void copy(box).then((copied) => {
        const status = button.closest('.field')?.querySelector('[data-copy-status]');
        const words = button.parentElement?.dataset.copied ?? '';
        if (copied && status) status.textContent = words;
      });
    });
  }
}

async function copy(box: HTMLInputElement): Promise<boolean> {
  box.select();
  const clipboard = (navigator as { clipboard?: Clipboard }).clipboard;
  if (clipboard === undefined) return copySelection();
  return clipboard.writeText(box.value).then(() => true, copySelection);
}

/** The clipboard API exists only on https and localhost; the old command is the one way everywhere else. */
function copySelection(): boolean {
  // oxlint-disable-next-line typescript/no-deprecated -- installations on plain http have nothing newer
  return document.execCommand('copy');
}
