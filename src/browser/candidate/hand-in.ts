import type { AttemptPage } from './attempt-page.ts';
import type { ResponseQueue } from './response-queue.ts';
import type { Sender } from './sender.ts';

interface HandInParts {
  readonly page: AttemptPage;
  readonly queue: ResponseQueue;
  readonly sender: Sender;
  readonly say: (state: 'offline', words: string) => void;
  readonly recover: () => Promise<void>;
}

/** Sends what is left on the device before a part is handed in, and tells the server what it should find. */
export function startHandIn(form: HTMLFormElement, { page, queue, sender, say, recover }: HandInParts): void {
  const stored = JSON.parse(form.dataset['manifest'] ?? '{}') as Record<string, number>;
  for (const [item, seq] of Object.entries(stored)) queue.know(item, seq);
  form.addEventListener('submit', (event) => {
    if (!page.writes) return;
    event.preventDefault();
    recover()
      .then(() => {
        if (sender.hasStopped()) return;
        const manifest = Object.fromEntries(Object.keys(stored).map((item) => [item, queue.storedSeq(item)]));
        for (const { item, seq } of queue.drafts()) if (item in manifest) manifest[item] = seq;
        const field = form.elements.namedItem('manifest');
        if (field instanceof HTMLInputElement) field.value = JSON.stringify(manifest);
        form.submit();
      })
      .catch(() => {
        say('offline', 'Not sent yet. Press again when you are back online.');
      });
  });
}
