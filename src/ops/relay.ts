import type { DomainEvent } from '../core/kernel/domain-event.ts';
import type { Logger } from './logger.ts';

/** A collection whose documents hold events that have not been passed on yet. */
export interface RelaySource {
  readonly name: string;
  /** Whether this process has written events there since it was last asked. */
  takeWritten(): boolean;
  /** Documents with events waiting, oldest first. */
  findWaiting(limit: number): Promise<{ id: string; events: readonly DomainEvent[] }[]>;
  /** Puts a document behind the others, so that many which cannot be passed on never fill every look. */
  postpone(id: string): Promise<void>;
  /** Takes these events off the document. */
  markRelayed(id: string, eventIds: readonly string[]): Promise<void>;
}

/** Runs after an event has happened; may run twice, so it has to be idempotent. */
export type FollowUp = (event: DomainEvent) => Promise<void>;

interface RelayParts {
  readonly sources: readonly RelaySource[];
  readonly followUps: Readonly<Record<string, readonly FollowUp[]>>;
  /** Copies an event to the audit trail, once however often it is called. */
  readonly record: (event: DomainEvent) => Promise<void>;
  readonly logger: Logger;
}

/**
 * Copies events to the audit trail and runs their follow-ups, at least once. `soon` is called right after a write and
 * looks where this process has written; `catchUp`, on a timer, looks everywhere and finds what a crash, a failed
 * follow-up or another process has left behind.
 */
export function createRelay({ sources, followUps, record, logger }: RelayParts) {
  let under: Promise<void> | null = null;
  const due = new Set<RelaySource>();

  async function passOn(source: RelaySource, id: string, events: readonly DomainEvent[]): Promise<void> {
    for (const event of events) {
      await record(event);
      for (const followUp of followUps[event.type] ?? []) await followUp(event);
    }
    await source.markRelayed(
      id,
      events.map((event) => event.id),
    );
  }

  /** One pass over a source; a document whose follow-up fails is left for the next pass and does not hold up others. */
  async function passOver(source: RelaySource): Promise<number> {
    const waiting = await source.findWaiting(100);
    let done = 0;
    for (const { id, events } of waiting) {
      try {
        await passOn(source, id, events);
        done += 1;
      } catch (error) {
        logger.error({ err: error, source: source.name, id }, 'a follow-up failed and will be tried again');
        await source.postpone(id);
      }
    }
    return done;
  }

  const addWritten = (): void => {
    for (const source of sources) if (source.takeWritten()) due.add(source);
  };

  async function run(): Promise<void> {
    try {
      for (const source of due) {
        due.delete(source);
        // Full pages and follow-ups leave more to look at; a set goes on with what is added while it is walked.
        if ((await passOver(source)) > 0) due.add(source);
        addWritten();
      }
    } finally {
      // In the same moment as the last look at what is due, so that nobody joins a run that looks no more.
      under = null;
    }
  }

  /** Joins a run under way, which then goes on with what is due now. */
  function join(): Promise<void> {
    if (due.size === 0) return under ?? Promise.resolve();
    under ??= run();
    return under;
  }

  return {
    soon(): Promise<void> {
      addWritten();
      return join();
    },
    catchUp(): Promise<void> {
      for (const source of sources) due.add(source);
      return join();
    },
  };
}

export type Relay = ReturnType<typeof createRelay>;
