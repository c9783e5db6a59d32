import type { DomainEvent } from '../core/kernel/domain-event.ts';
import type { Logger } from './logger.ts';

/** A collection whose documents hold events that have not been passed on yet. */
export interface RelaySource {
  readonly name: string;
  /** Documents with events waiting, oldest first. */
  findWaiting(limit: number): Promise<{ id: string; events: readonly DomainEvent[] }[]>;
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
 * Copies events to the audit trail and runs their follow-ups, at least once. `soon` is called right after a write; a
 * catch-up on a timer finds what a crash left behind.
 */
export function createRelay({ sources, followUps, record, logger }: RelayParts) {
  let under: Promise<void> | null = null;
  let again = false;

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
      }
    }
    return done;
  }

  async function run(): Promise<void> {
    let progress = 1;
    while (progress > 0 || again) {
      again = false;
      progress = 0;
      for (const source of sources) progress += await passOver(source);
    }
  }

  /** Works off everything that waits; joins a run under way and makes it look once more. */
  function soon(): Promise<void> {
    again = true;
    under ??= run().finally(() => {
      under = null;
    });
    return under;
  }

  return { soon };
}

export type Relay = ReturnType<typeof createRelay>;
