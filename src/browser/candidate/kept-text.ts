import { fillFields, type AutosaveParts } from './autosave.ts';
import type { Draft } from './response-queue.ts';

/** Shows a text of this device beside the saved one, and does what the candidate chooses. */
export function startKeptText(
  root: Document,
  form: HTMLFormElement | null,
  parts: () => AutosaveParts,
): (draft: Draft) => void {
  const box = root.getElementById('kept');
  return (draft) => {
    // One question at a time; another text is asked about when the page is opened again.
    if (!box?.hidden || form?.dataset['item'] !== draft.item) return;
    const text = box.querySelector('[data-kept-text]');
    if (text) text.textContent = wordsOf(draft);
    box.hidden = false;
    box.onclick = ({ target }) => {
      if (!(target instanceof HTMLButtonElement)) return;
      const { copies, queue, sender } = parts();
      if ('keptUse' in target.dataset) {
        box.hidden = true;
        fillFields(form, draft.fields);
        sender.keep(queue.write(draft.item, draft.url, draft.fields));
        void sender.flush();
      }
      copies.drop(draft);
      if (!box.hidden) location.reload();
    };
  };
}

function wordsOf({ fields }: Draft): string {
  const texts = [fields['a'], fields['b']].filter(Boolean);
  return texts.length > 0 ? texts.join('\n\n') : 'Your choices on this device';
}
