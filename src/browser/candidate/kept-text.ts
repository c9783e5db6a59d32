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
    if (box === null || form?.dataset['item'] !== draft.item) return;
    const text = box.querySelector('[data-kept-text]');
    if (text) text.textContent = wordsOf(draft);
    box.hidden = false;
    const { copies, queue, sender } = parts();
    on(box, '[data-kept-use]', () => {
      box.hidden = true;
      fillFields(form, draft.fields);
      sender.keep(queue.write(draft.item, draft.url, draft.fields));
      void sender.flush();
    });
    on(box, '[data-kept-drop]', () => {
      copies.drop(draft);
      location.reload();
    });
  };
}

function on(box: HTMLElement, place: string, act: () => void): void {
  box.querySelector(place)?.addEventListener('click', act, { once: true });
}

function wordsOf({ fields }: Draft): string {
  const texts = [fields['a'], fields['b']].filter(Boolean);
  return texts.length > 0 ? texts.join('\n\n') : 'Your choices on this device';
}
