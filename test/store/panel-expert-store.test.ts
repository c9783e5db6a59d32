import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OptionRatings } from '../../src/core/expert-panel/expert-panel.ts';
import type { ExpertPanelId, ItemId, OrganisationId, PanelExpertId } from '../../src/core/kernel/ids.ts';
import { newId } from '../../src/ops/secrets.ts';
import type { Connection } from '../../src/store/connection.ts';
import { buildIndexes } from '../../src/store/indexes.ts';
import { createPanelExpertStore, type PanelExpertStore } from '../../src/store/panel-expert-store.ts';
import { testConnection } from '../support/test-app.ts';

const organisationId = 'organisation' as OrganisationId;
const at = new Date('2026-11-20T10:00:00Z');
const item = 's1' as ItemId;
const background = { relation: 'does-it', years: 2 } as const;
const rated = (a: number) => ({ a, b: 4 }) as unknown as OptionRatings;
const whole = (a: number, seen = 0) => ({ seen, ratings: rated(a), complete: true });

let connection: Connection;
let store: PanelExpertStore;
beforeAll(async () => {
  connection = await testConnection();
  store = createPanelExpertStore(connection);
  await buildIndexes(connection);
});
afterAll(async () => {
  await connection.dropDatabase();
  await connection.close();
});

async function find(id: PanelExpertId) {
  const expert = await store.find(id);
  if (expert === null) throw new Error('the expert is gone');
  return expert;
}

async function aRatingExpert(panelId = newId<ExpertPanelId>(), name = 'Ada') {
  const id = newId<PanelExpertId>();
  await store.invite({ id, organisationId, panelId }, { name, email: `${name}@experts.example` }, at, []);
  await store.agree(await find(id), background, at);
  return find(id);
}

describe('the store of experts', () => {
  it('takes one of two saves that saw the same, and the other one after a look', async () => {
    const expert = await aRatingExpert();
    const saves = await Promise.all([3, 5].map((a) => store.saveRatings(expert, item, whole(a))));
    expect(saves.filter(Boolean)).toHaveLength(1);
    expect(await store.saveRatings(expert, item, whole(6, 1))).toBe(true);
    expect((await find(expert.id)).situations[item]).toEqual({ rev: 2, ratings: rated(6) });
  });

  it('takes gaps before handing in and not after, and a hand-in only of what was seen', async () => {
    const expert = await aRatingExpert();
    const gap = { seen: 0, ratings: { a: 1 } as unknown as OptionRatings, complete: false };
    expect(await store.saveRatings(expert, item, gap)).toBe(true);
    expect(await store.handIn(expert, at)).toBe(false);
    expect(await store.handIn(await find(expert.id), at)).toBe(true);
    expect(await store.saveRatings(expert, item, { ...gap, seen: 1 })).toBe(false);
    expect(await store.saveRatings(expert, item, whole(2, 1))).toBe(true);
  });

  it('changes nothing of a sealed panel, also for a request that was under way', async () => {
    const expert = await aRatingExpert();
    await store.saveRatings(expert, item, whole(3));
    await store.handIn(await find(expert.id), at);
    await store.seal(expert.panelId);
    const before = await find(expert.id);
    expect(await store.saveRatings(before, item, whole(7, 1))).toBe(false);
    expect(await store.changeLink(organisationId, expert.panelId, expert.id, 'renew', [])).toBe(false);
    expect(await find(expert.id)).toEqual(before);
    expect(await store.listHandedIn(organisationId, expert.panelId)).toHaveLength(1);
    expect(await store.listHandedIn('elsewhere' as OrganisationId, expert.panelId)).toEqual([]);
  });

  it('has an address once in a panel, however it is written, and forgets names with their addresses', async () => {
    const { panelId, id } = await aRatingExpert();
    const again = { id: newId<PanelExpertId>(), organisationId, panelId };
    expect(await store.invite(again, { name: 'Ada', email: 'ADA@experts.example' }, at, [])).toBe(false);
    expect([...(await store.findInvited(panelId, ['Ada@Experts.example', 'x@y.example']))]).toHaveLength(1);
    await store.forget(panelId);
    expect(await store.listInvited(organisationId, panelId)).toMatchObject([{ id, name: null, email: null }]);
    expect(JSON.stringify(await connection.collection('panelExperts').findOne({ panelId }))).not.toMatch(
      /ada/i,
    );
  });

  it('lists who is invited by name, so that their order does not tell whose ratings are the first', async () => {
    const panelId = newId<ExpertPanelId>();
    const [first, second] = [newId<PanelExpertId>(), newId<PanelExpertId>()].sort();
    const invite = (id: PanelExpertId | undefined, name: string) =>
      store.invite(
        { id: id as never, organisationId, panelId },
        { name, email: `${name}@e.example` },
        at,
        [],
      );
    await invite(first, 'Zoe');
    await invite(second, 'Ada');
    const names = (await store.listInvited(organisationId, panelId)).map(({ name }) => name);
    expect(names).toEqual(['Ada', 'Zoe']);
  });

  it('withdraws whoever has not handed in, and nobody who has', async () => {
    const rating = await aRatingExpert();
    const done = await aRatingExpert(rating.panelId, 'Ben');
    await store.handIn(done, at);
    const withdraw = (id: PanelExpertId) =>
      store.changeLink(organisationId, rating.panelId, id, 'withdraw', []);
    expect([await withdraw(rating.id), await withdraw(done.id)]).toEqual([true, false]);
    expect(await find(rating.id)).toMatchObject({ state: 'withdrawn', background: null, situations: {} });
    expect(await store.saveRatings(rating, item, whole(1))).toBe(false);
  });
});
