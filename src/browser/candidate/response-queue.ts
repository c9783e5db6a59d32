/** What stands in the controls of one question, by the name of the field. */
export type Fields = Readonly<Record<string, string>>;

/** An answer that is not acknowledged yet. The same thing is kept on the device. */
export interface Draft {
  readonly item: string;
  readonly url: string;
  readonly epoch: number;
  /** The stored number it was written on top of. */
  readonly baseSeq: number;
  readonly seq: number;
  readonly fields: Fields;
}

export type Settled = 'acknowledged' | 'overtaken' | 'conflict';

interface Line {
  stored: number;
  /** The highest number that has ever been sent: it may be stored, so no other text may use it. */
  sent: number;
  draft: Draft | null;
  busy: boolean;
}

/**
 * Answers on their way: one waiting per question (a newer one takes its place), one on the wire per question. Knows
 * nothing of the network, the page or the clock.
 */
export function createResponseQueue(epoch: number) {
  const lines = new Map<string, Line>();
  const lineOf = (item: string): Line => {
    const line = lines.get(item) ?? { stored: 0, sent: 0, draft: null, busy: false };
    lines.set(item, line);
    return line;
  };
  const drafts = () => [...lines.values()].flatMap(({ draft }) => draft ?? []);

  /** A new answer. It takes the place of a waiting one; a number that was sent is not used for another text. */
  function write(item: string, url: string, fields: Fields): Draft {
    const line = lineOf(item);
    const seq = Math.max(line.stored, line.sent) + 1;
    line.draft = { item, url, epoch, baseSeq: line.stored, seq, fields };
    return line.draft;
  }

  return {
    write,

    /** What the server has of a question, as the page was told. */
    know(item: string, stored: number): void {
      const line = lineOf(item);
      line.stored = Math.max(line.stored, stored);
    },

    /** A draft found on the device. One of this writer keeps its number: it may have been sent already. */
    adopt(draft: Draft): Draft {
      const line = lineOf(draft.item);
      if (draft.epoch !== epoch) return write(draft.item, draft.url, draft.fields);
      line.sent = Math.max(line.sent, draft.seq);
      line.draft = draft;
      return draft;
    },

    /** The drafts to send now, newest question first. */
    takeReady(): Draft[] {
      const ready = [...lines.values()].filter(({ draft, busy }) => draft !== null && !busy);
      return ready.reverse().flatMap((line) => {
        if (line.draft === null) return [];
        line.busy = true;
        line.sent = Math.max(line.sent, line.draft.seq);
        return [line.draft];
      });
    },

    /** Everything that is not acknowledged, for leaving the page. It counts as sent. */
    takeAll(): Draft[] {
      for (const line of lines.values()) if (line.draft) line.sent = Math.max(line.sent, line.draft.seq);
      return drafts().reverse();
    },

    /** The server holds `storedSeq`. A number nobody here has sent means that another window wrote too. */
    settle(sent: Draft, storedSeq: number): Settled {
      const line = lineOf(sent.item);
      line.busy = false;
      line.stored = Math.max(line.stored, storedSeq);
      if (storedSeq > line.sent) return 'conflict';
      if (line.draft !== null && line.draft.seq > storedSeq) return 'overtaken';
      line.draft = null;
      return 'acknowledged';
    },

    /** It did not get through, or not to a decision; it is sent again later. */
    release(sent: Draft): void {
      lineOf(sent.item).busy = false;
    },

    /** Gives up a draft that the server has kept aside or that cannot be stored. */
    drop(item: string): void {
      const line = lineOf(item);
      line.draft = null;
      line.busy = false;
    },

    drafts,
    storedSeq: (item: string): number => lineOf(item).stored,
    draftOf: (item: string): Draft | null => lineOf(item).draft,
  };
}

export type ResponseQueue = ReturnType<typeof createResponseQueue>;

/** Full jitter from half a second up to eight: many devices that lost one server do not come back at once. */
export function backOffMs(failures: number, random: number): number {
  return random * Math.min(8000, 500 * 2 ** failures);
}

const BEACON_BYTES = 48 * 1024;

/** What fits into the beacons of one page, in the order given. */
export function fitBeacons(bodies: readonly string[], size: (body: string) => number): string[] {
  let left = BEACON_BYTES;
  return bodies.filter((body) => {
    const bytes = size(body);
    if (bytes > left) return false;
    left -= bytes;
    return true;
  });
}
