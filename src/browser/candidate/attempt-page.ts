import { createServerClock, type ServerClock } from './server-clock.ts';

/** What every answer of the server tells about the attempt. */
export interface Facts {
  readonly epoch?: number;
  readonly serverNow?: number;
  readonly deadlineMs?: number | null;
  readonly state?: string;
  readonly part?: string | null;
  readonly storedSeq?: number;
  readonly stale?: boolean;
  readonly error?: string;
  /** Why an answer cannot be stored as it is. */
  readonly words?: string;
  readonly items?: Readonly<Record<string, number>>;
}

export interface Answer {
  readonly status: number;
  readonly facts: Facts;
}

/** The page of an attempt: what the server wrote into it, its clock, and the one way to talk to the server. */
export interface AttemptPage {
  readonly id: string;
  readonly epoch: number;
  readonly writes: boolean;
  readonly running: boolean;
  readonly csrf: string;
  readonly urls: {
    readonly heartbeat: string;
    readonly state: string;
    readonly claim: string;
    readonly overview: string;
  };
  readonly clock: ServerClock;
  ask(url: string, body?: Readonly<Record<string, unknown>>): Promise<Answer>;
  /** Called with the facts of every answer. */
  listen(listener: (facts: Facts) => void): void;
}

const PATIENCE_MS = 10_000;
const elapsed = (): number => performance.now();

export function readAttemptPage(root: Document): AttemptPage | null {
  const data = root.getElementById('attempt')?.dataset;
  if (data === undefined) return null;
  const {
    id = '',
    epoch,
    writes,
    running,
    csrf = '',
    heartbeat = '',
    state = '',
    claim = '',
    overview = '',
  } = data;
  const told = Date.parse(root.querySelector<HTMLElement>('[data-timer]')?.dataset['now'] ?? '');
  const clock = createServerClock(elapsed, Number.isNaN(told) ? Date.now() : told);
  const listeners: ((facts: Facts) => void)[] = [];

  async function ask(url: string, body?: Readonly<Record<string, unknown>>): Promise<Answer> {
    const sentAt = elapsed();
    const response = await fetchInTime(url, body && JSON.stringify({ ...body, _csrf: csrf }));
    const facts = (await response.json().catch(() => ({}))) as Facts;
    if (facts.serverNow !== undefined) clock.set(sentAt, facts.serverNow);
    for (const listener of listeners) listener(facts);
    return { status: response.status, facts };
  }

  return {
    id,
    epoch: Number(epoch),
    writes: writes === 'yes',
    running: running === 'yes',
    csrf,
    urls: { heartbeat, state, claim, overview },
    clock,
    ask,
    listen: (listener) => listeners.push(listener),
  };
}

function fetchInTime(url: string, body: string | undefined): Promise<Response> {
  const abort = new AbortController();
  const timer = setTimeout(() => {
    abort.abort();
  }, PATIENCE_MS);
  const headers = { Accept: 'application/json', 'Content-Type': 'application/json' };
  const request: RequestInit = body === undefined ? { headers } : { method: 'POST', headers, body };
  return fetch(url, { ...request, signal: abort.signal }).finally(() => {
    clearTimeout(timer);
  });
}
