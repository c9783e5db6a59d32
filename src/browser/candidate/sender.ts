import type { Answer, AttemptPage } from './attempt-page.ts';
import type { DeviceCopy } from './device-copy.ts';
import type { Stop } from './elsewhere.ts';
import { backOffMs, fitBeacons, type Draft, type ResponseQueue } from './response-queue.ts';
import { savedWords, type startSaveState } from './save-state.ts';

interface SenderParts {
  readonly page: AttemptPage;
  readonly queue: ResponseQueue;
  readonly copies: DeviceCopy;
  readonly say: ReturnType<typeof startSaveState>;
  readonly stop: (why: Stop) => void;
  /** Two windows wrote the same question: the candidate chooses. */
  readonly choose: (draft: Draft) => void;
}

/** Brings drafts to the server until each is acknowledged, refused or chosen about. */
export function createSender({ page, queue, copies, say, stop, choose }: SenderParts) {
  let failures = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  let kept = true;
  let erased = false;

  const bodyOf = ({ epoch, seq, fields }: Draft) => ({ ...fields, epoch: String(epoch), seq: String(seq) });

  function halt(why: Stop): void {
    stopped = true;
    say('stop', why === 'over' ? 'Not saved. This part is over' : 'Not saved here. Kept on this device');
    stop(why);
  }

  function later(draft: Draft): void {
    queue.release(draft);
    say(
      'offline',
      kept
        ? 'Not sent yet. Kept on this device; we keep trying.'
        : 'Not sent yet. Keep this page open; we keep trying.',
    );
    clearTimeout(retry);
    retry = setTimeout(() => void flush(), backOffMs(failures, Math.random()));
    failures += 1;
  }

  function takeStored(draft: Draft, storedSeq: number): void {
    failures = 0;
    const settled = queue.settle(draft, storedSeq);
    if (settled === 'conflict') {
      queue.drop(draft.item);
      choose(draft);
    } else if (settled === 'acknowledged') {
      copies.drop(draft);
      if (queue.drafts().length === 0) say('saved', savedWords());
    }
  }

  function giveUp(draft: Draft, words: string): void {
    queue.drop(draft.item);
    say('stop', words);
  }

  function take(draft: Draft, { status, facts }: Answer): void {
    const { storedSeq = 0, error = '' } = facts;
    if (error === 'erased') return;
    if (status === 200) takeStored(draft, storedSeq);
    else if (status === 409 && error === 'superseded') takeStored(draft, Math.max(storedSeq, draft.seq + 1));
    else if (status === 409) halt('old-epoch');
    else if (status === 410) {
      copies.drop(draft);
      queue.drop(draft.item);
      halt('over');
    } else if (status === 401 || status === 404) halt('unbound');
    else if (status === 403) halt('forged');
    else if (status === 413 || status === 422)
      giveUp(draft, facts.words ?? 'Not saved. Please check your answer.');
    else later(draft);
  }

  async function send(draft: Draft): Promise<void> {
    try {
      take(draft, await page.ask(draft.url, bodyOf(draft)));
    } catch {
      later(draft);
    }
  }

  /** Sends what waits, and what came meanwhile, until nothing is left or it has to be tried later. */
  async function flush(): Promise<void> {
    if (stopped || !page.writes) return;
    const ready = queue.takeReady();
    if (ready.length === 0) return;
    if (failures === 0) say('saving', 'Saving…');
    const before = failures;
    await Promise.all(ready.map(send));
    if (failures <= before) await flush();
  }

  return {
    flush,
    keep(draft: Draft): void {
      if (!erased) kept = copies.keep(draft);
    },
    /** Everything about the test was erased: nothing is sent any more, and nothing stays on the device. */
    forget(): void {
      erased = true;
      stopped = true;
      clearTimeout(retry);
      queue.drafts().forEach(({ item }) => {
        queue.drop(item);
      });
      copies.clear();
      say('stop', 'Nothing is saved any more');
      stop('erased');
    },
    /** Last words of a page that goes away: what is not acknowledged, as much as beacons may carry. */
    sendBeacons(): void {
      if (stopped || !page.writes) return;
      const drafts = queue.takeAll();
      const bodies = drafts.map((draft) => JSON.stringify({ ...bodyOf(draft), _csrf: page.csrf }));
      const fitting = fitBeacons(bodies, (body) => new Blob([body]).size);
      drafts.forEach(({ url }, index) => {
        const body = bodies[index] ?? '';
        if (fitting.includes(body)) navigator.sendBeacon(url, new Blob([body], { type: 'application/json' }));
      });
    },
    /** Behind the end: the server keeps aside what was left on this device, and then it goes from here. */
    deliver(): void {
      for (const copy of copies.list())
        void page.ask(copy.url, bodyOf(copy)).then(
          ({ status }) => {
            // Stored, kept aside or never storable; anything else did not come to a decision.
            if (status === 200 || (status > 404 && status < 429)) copies.drop(copy);
          },
          () => undefined,
        );
    },
    hasStopped: (): boolean => stopped,
  };
}

export type Sender = ReturnType<typeof createSender>;
