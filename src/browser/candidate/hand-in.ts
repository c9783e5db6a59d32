import type { AttemptPage } from './attempt-page.ts';
import type { ResponseQueue } from './response-queue.ts';
import type { Sender } from './sender.ts';

interface HandInParts {
  readonly page: AttemptPage;
  readonly queue: ResponseQueue;
  readonly sender: Sender;
}

/** Sends what is left on the device before a part is handed in, and tells the server what it should find. */
export function startHandIn(form: HTMLFormElement, { page, queue, sender }: HandInParts): void {
  const stored = JSON.parse(form.dataset['manifest'] ?? '{}') as Record<string, number>;
  for (const [item, seq] of Object.entries(stored)) queue.know(item, seq);
  form.addEventListener('submit', (event) => {
    if (!page.writes) return;
    event.preventDefault();
    void sender.flush().then(() => {
      const waiting = queue.drafts();
      if (sender.hasStopped() || (waiting.length > 0 && !navigator.onLine)) return;
      const manifest = Object.fromEntries(Object.keys(stored).map((item) => [item, queue.storedSeq(item)]));
      for (const { item, seq } of waiting) if (item in manifest) manifest[item] = seq;
      const field = form.elements.namedItem('manifest');
      if (field instanceof HTMLInputElement) field.value = JSON.stringify(manifest);
      form.submit();
    });
  });
}
