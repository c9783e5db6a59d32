import type { Answer, AttemptPage, Facts } from './attempt-page.ts';
import { startAutosave, type AutosaveParts } from './autosave.ts';
import { createDeviceCopy } from './device-copy.ts';
import { startElsewhere, type Stop } from './elsewhere.ts';
import { startHandIn } from './hand-in.ts';
import { startKeptText } from './kept-text.ts';
import { recoverCopies } from './recover.ts';
import { createResponseQueue } from './response-queue.ts';
import { startSaveState } from './save-state.ts';
import { createSender } from './sender.ts';

const LAST_WORDS_MS = 8000;
const TRY_AGAIN_MS = 5000;
const NO_ANSWER: Answer = { status: 0, facts: {} };

/** What the rest of the page needs to know about saving. */
export interface Saving {
  readonly allSaved: () => boolean;
  readonly stop: (why: Stop) => void;
  /** Whether another window has stored more than this page knows of, with nothing waiting here. */
  readonly isBehind: (facts: Facts) => boolean;
  readonly timeUp: () => void;
  /** Whether this browser can keep an answer that is not sent yet. */
  readonly keeps: () => boolean;
}

/** Everything that keeps answers: queue, copy on the device, autosave, beacons, hand-in. */
export function startSaving(root: Document, page: AttemptPage): Saving {
  const copies = createDeviceCopy(() => localStorage, page.id);
  const queue = createResponseQueue(page.epoch);
  const say = startSaveState(root);
  const stop = startElsewhere(root, page);
  const form = formOf(root, 'response');
  const choose = startKeptText(root, form, () => parts);
  const sender = createSender({ page, queue, copies, say, stop, choose });
  const parts: AutosaveParts = { page, queue, copies, sender, say };

  if (root.getElementById('finished')) sender.deliver();
  if (form) {
    queue.know(form.dataset['item'] ?? '', Number(new FormData(form).get('seq') ?? 1) - 1);
    startAutosave(form, parts);
  }
  const handIn = formOf(root, 'hand-in');
  const recover = () => recoverCopies(form, parts, choose);
  if (handIn) startHandIn(handIn, { ...parts, recover });
  void recover().catch(() => undefined);
  leaveWithBeacons(root, parts);
  page.listen(({ error }) => {
    if (error === 'erased') sender.forget();
  });
  addEventListener('online', () => void sender.flush());

  /** Leaves for what comes after the end once there is a line to it, unless more time was given meanwhile. */
  async function goOn(): Promise<void> {
    const { status, facts } = await page.ask(page.urls.state).catch(() => NO_ANSWER);
    if (status === 0 || status >= 500) setTimeout(() => void goOn(), TRY_AGAIN_MS);
    else if ((facts.deadlineMs ?? 0) <= (facts.serverNow ?? 0)) location.assign(page.urls.overview);
  }

  return {
    allSaved: () => queue.drafts().length === 0,
    stop,
    keeps: copies.works,
    isBehind: ({ items = {} }) =>
      queue.drafts().length === 0 &&
      form !== null &&
      (items[form.dataset['item'] ?? ''] ?? 0) > queue.storedSeq(form.dataset['item'] ?? ''),
    timeUp: () => {
      const patience = new Promise((done) => setTimeout(done, LAST_WORDS_MS));
      if (page.writes) void Promise.race([sender.flush(), patience]).then(goOn);
    },
  };
}

function formOf(root: Document, id: string): HTMLFormElement | null {
  const element = root.getElementById(id);
  return element instanceof HTMLFormElement ? element : null;
}

function leaveWithBeacons(root: Document, { sender, queue }: AutosaveParts): void {
  addEventListener('pagehide', sender.sendBeacons);
  root.addEventListener('visibilitychange', () => {
    if (root.visibilityState === 'hidden') sender.sendBeacons();
  });
  addEventListener('beforeunload', (event) => {
    // Only where leaving would really cost something.
    if (!navigator.onLine && queue.drafts().length > 0) event.preventDefault();
  });
}
