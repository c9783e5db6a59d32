import { describe, expect, it } from '@jest/globals';
import type { DomainEvent } from '../../src/core/kernel/domain-event.ts';
import type { OrganisationId } from '../../src/core/kernel/ids.ts';
import { createLogger } from '../../src/ops/logger.ts';
import { systemEvent } from '../../src/ops/new-event.ts';
import { createRelay } from '../../src/ops/relay.ts';

const anEvent = (type: string): DomainEvent =>
  systemEvent({ type, at: new Date(0), organisationId: 'o' as OrganisationId });

/** Collections in which this process has written since the relay asked. */
const written = new Set<Map<string, DomainEvent[]>>();

/** One collection in memory, with the functions that a store offers the relay. */
function collection(documents: Map<string, DomainEvent[]>) {
  return {
    name: 'things',
    takeWritten: () => written.delete(documents),
    findWaiting: (limit: number) =>
      Promise.resolve(
        [...documents]
          .filter(([, events]) => events.length > 0)
          .slice(0, limit)
          .map(([id, events]) => ({ id, events: [...events] })),
      ),
    postpone: (id: string) => {
      const events = documents.get(id) ?? [];
      documents.delete(id);
      documents.set(id, events);
      return Promise.resolve();
    },
    markRelayed: (id: string, eventIds: readonly string[]) => {
      documents.set(
        id,
        (documents.get(id) ?? []).filter((event) => !eventIds.includes(event.id)),
      );
      return Promise.resolve();
    },
  };
}

function setUp(documents: Map<string, DomainEvent[]>, followUp: (event: DomainEvent) => Promise<void>) {
  written.add(documents);
  const recorded: string[] = [];
  const relay = createRelay({
    sources: [collection(documents)],
    followUps: { done: [followUp] },
    record: (event) => {
      recorded.push(event.id);
      return Promise.resolve();
    },
    logger: createLogger('silent'),
  });
  return { relay, recorded };
}

describe('relay', () => {
  it('records every event and runs the follow-ups of its type', async () => {
    const events = [anEvent('done'), anEvent('other')];
    const ran: string[] = [];
    const { relay, recorded } = setUp(new Map([['a', [...events]]]), (event) => {
      ran.push(event.type);
      return Promise.resolve();
    });
    await relay.soon();
    expect(recorded).toEqual(events.map((event) => event.id));
    expect(ran).toEqual(['done']);
  });

  it('keeps an event whose follow-up failed, without holding up other documents', async () => {
    const documents = new Map([
      ['broken', [anEvent('done')]],
      ['fine', [anEvent('done')]],
    ]);
    const failing = documents.get('broken')?.[0]?.id;
    const { relay } = setUp(documents, (event) =>
      event.id === failing ? Promise.reject(new Error('not now')) : Promise.resolve(),
    );
    await relay.soon();
    expect(documents.get('broken')).toHaveLength(1);
    expect(documents.get('fine')).toHaveLength(0);
  });

  it('comes to every document, however many before it cannot be passed on', async () => {
    const ids = [...Array.from({ length: 150 }, (_, n) => `broken ${n}`), 'fine'];
    const documents = new Map(ids.map((id) => [id, [anEvent('done')]]));
    const fine = documents.get('fine')?.[0]?.id;
    const { relay } = setUp(documents, (event) =>
      event.id === fine ? Promise.resolve() : Promise.reject(new Error('never')),
    );
    written.delete(documents);
    await relay.catchUp();
    expect(documents.get('fine')).toHaveLength(1);
    await relay.catchUp();
    expect(documents.get('fine')).toHaveLength(0);
  });

  it('sees what a follow-up itself brought about', async () => {
    const documents = new Map([['a', [anEvent('done')]]]);
    const seen: string[] = [];
    const { relay } = setUp(documents, (event) => {
      seen.push(event.id);
      if (seen.length === 1) written.add(documents.set('b', [anEvent('done')]));
      return Promise.resolve();
    });
    await relay.soon();
    expect(seen).toHaveLength(2);
  });

  it('looks soon only where something was written, and everywhere to catch up', async () => {
    const documents = new Map([['a', [anEvent('done')]]]);
    const { relay, recorded } = setUp(documents, () => Promise.resolve());
    written.delete(documents);
    await relay.soon();
    expect(recorded).toHaveLength(0);
    await relay.catchUp();
    expect(recorded).toHaveLength(1);
  });

  it('takes what is written while it runs, also in the moment it ends', async () => {
    const documents = new Map([['a', [anEvent('done')]]]);
    const { relay, recorded } = setUp(documents, () => Promise.resolve());
    const first = relay.soon();
    const more = first.then(() => {
      written.add(documents.set('b', [anEvent('done')]));
      return relay.soon();
    });
    await more;
    expect(recorded).toHaveLength(2);
  });

  it('tries again at the next catch-up what failed', async () => {
    const documents = new Map([['a', [anEvent('done')]]]);
    let tries = 0;
    const { relay } = setUp(documents, () =>
      (tries += 1) === 1 ? Promise.reject(new Error('not now')) : Promise.resolve(),
    );
    await relay.soon();
    await relay.catchUp();
    expect(tries).toBe(2);
    expect(documents.get('a')).toHaveLength(0);
  });

  it('never runs twice at once', async () => {
    let under = 0;
    let most = 0;
    const documents = new Map([['a', [anEvent('done')]]]);
    const { relay } = setUp(documents, async () => {
      most = Math.max(most, (under += 1));
      await new Promise((resolve) => setTimeout(resolve, 10));
      under -= 1;
    });
    await Promise.all([relay.soon(), relay.soon(), relay.soon()]);
    expect(most).toBe(1);
  });
});
