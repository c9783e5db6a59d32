/**
 * Marking words while rating: select them in the response, press the button of a criterion, and they are added to its
 * box, one quote a line. Without script the same box is filled by hand.
 */
export function startMarkWords(root: Document): void {
  for (const area of root.querySelectorAll<HTMLElement>('[data-marks]')) {
    for (const button of area.querySelectorAll<HTMLButtonElement>('[data-mark]')) {
      const box = root.getElementById(button.dataset.mark ?? '');
      if (!(box instanceof HTMLTextAreaElement)) continue;
      button.hidden = false;
      // Pressing the button would drop the selection before the click is seen.
      button.addEventListener('pointerdown', (event) => {
        event.preventDefault();
      });
      button.addEventListener('click', () => {
        addQuote(box, selectedWords(root, area));
      });
    }
  }
}

/** The selected words, if they lie inside one step of the response. */
function selectedWords(root: Document, area: HTMLElement): string {
  const selection = root.getSelection();
  if (selection === null || selection.rangeCount === 0) return '';
  const within = selection.getRangeAt(0).commonAncestorContainer;
  const inside = [...area.querySelectorAll('[data-response]')].some((step) => step.contains(within));
  return inside ? selection.toString().replace(/\s+/gu, ' ').trim() : '';
}

function addQuote(box: HTMLTextAreaElement, words: string): void {
  if (words === '') {
    box.focus();
    return;
  }
  const lines = box.value.split('\n').filter((line) => line.trim() !== '');
  if (!lines.includes(words)) box.value = [...lines, words].join('\n');
  box.dispatchEvent(new Event('input', { bubbles: true }));
}
