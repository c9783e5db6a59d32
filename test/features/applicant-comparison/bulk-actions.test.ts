import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import type { OrganisationId } from '../../../src/core/kernel/ids.ts';
import { newId } from '../../../src/ops/secrets.ts';
import { addOrganisation, signInAs, type Staff } from '../../support/actors.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { aPerson, aRole, ratedThroughout, type MadePerson, type PersonSpec, type Role } from './a-role.ts';
import { storePeople, storeRole } from './store-role.ts';

let test: TestApp;
let home: OrganisationId;
let recruiter: Staff;
let lead: Staff;
let role: Role;
let base: string;

beforeAll(async () => {
  test = await startTestApp();
  home = await addOrganisation(test);
  recruiter = await signInAs(test, home, ['recruiter']);
  lead = await signInAs(test, home, ['hiring-manager']);
}, 60_000);
afterAll(() => test.close());
beforeEach(async () => {
  const members = [recruiter.actor.personId, lead.actor.personId];
  role = aRole(home, { members, state: 'open' });
  base = `/requisitions/${role.requisition.id}`;
  await storeRole(test, role);
});

async function add(...specs: PersonSpec[]): Promise<readonly MadePerson[]> {
  const people = specs.map((spec) => aPerson(role, spec));
  await storePeople(test, people);
  return people;
}
const finished = (label: string): PersonSpec => ({ label, ...ratedThroughout(role.form, [3, 3, 3]) });
const idsOf = (people: readonly MadePerson[]) => people.map(({ applicant }) => applicant.id).join(' ');
const row = (label: string) =>
  test.connection.collection('applicants').findOne({ requisitionId: role.requisition.id, label });
const stageOf = async (label: string) => (await row(label))?.['stage'] as unknown;

/** Confirms, waits until it is worked off, and gives the text of its page with the address. */
async function confirm(fields: object, as = recruiter): Promise<{ text: string; at: string }> {
  const response = await as.post(`${base}/bulk-actions`, fields);
  expect(response.status).toBe(303);
  const at = response.headers['location'] ?? '';
  await test.deps.bulkActions.soon();
  return { at, text: await textOf(at) };
}
const textOf = async (at: string) =>
  load((await recruiter.get(at)).text)('main')
    .text()
    .replace(/\s+/g, ' ');

async function erase(person: MadePerson | undefined): Promise<void> {
  const { erasure } = test.deps.stores;
  const target = person === undefined ? null : await erasure.findTarget(person.applicant.id);
  if (target === null) throw new Error('nobody to erase');
  await erasure.order(target, []);
  await erasure.deleteTraces(target);
  await erasure.finish(target, new Date('2027-01-01'), []);
}

const REASON = 'They showed what the role needs.';

describe('one thing for several applicants', () => {
  it('is seen before it is done: whom it reaches, and who is left out and why', async () => {
    const people = await add(finished('DONE1'), finished('DONE2'), { label: 'NEVER', state: 'invited' });
    const ticked = people.map(({ applicant }) => `applicant=${applicant.id}`).join('&');
    const $ = load((await recruiter.get(`${base}/bulk-actions/new?${ticked}`)).text);
    const card = (kind: string) => $(`section[aria-labelledby=${kind}-heading]`).text().replace(/\s+/g, ' ');
    expect($('h1').text()).toBe('For 3 applicants at once');
    expect(card('move')).toContain('3 reached');
    expect(card('extend')).toContain('1 reached; left out: 2 applicants: have finished (DONE1, DONE2)');
    const off = 'Mails are not sent by this installation';
    expect([card('invite'), card('remind')]).toEqual([
      expect.stringContaining(off),
      expect.stringContaining(off),
    ]);
    expect(card('export')).toContain('Export 3 applicants');
    expect(
      $(`form[action="${base}/exports/chosen"] [name=applicants]`).attr('value')?.split(' ').sort(),
    ).toEqual(idsOf(people).split(' ').sort());
    const all = load((await recruiter.get(`${base}/bulk-actions/new?all=yes&evidence=invited`)).text);
    expect(all('h1').text()).toBe('For 1 applicant at once');
    const forLead = load((await lead.get(`${base}/bulk-actions/new?${ticked}`)).text);
    expect(
      forLead('input[name=kind]')
        .toArray()
        .map((input) => forLead(input).attr('value')),
    ).toEqual(['move']);
    expect(await stageOf('DONE1')).toBe('open');
  });

  it('moves each once with its reason, names who is left out, and is undone where nobody moved on', async () => {
    const people = await add(finished('MOVE1'), finished('MOVE2'), finished('GONE1'), finished('LEFT1'));
    const change = (label: string, set: object) =>
      test.connection
        .collection('applicants')
        .updateOne({ requisitionId: role.requisition.id, label }, { $set: set });
    await change('GONE1', { state: 'erased' });
    await change('LEFT1', { stage: 'withdrawn' });
    const form = { id: newId(), kind: 'move', to: 'shortlisted', reason: REASON, applicants: idsOf(people) };
    const { text, at } = await confirm(form);
    await confirm(form);
    expect(text).toContain('Done for 2 applicants. MOVE1, MOVE2');
    expect(text).toContain('erased, or not there any more (GONE1)');
    for (const page of ['applicants', 'bulk-actions/new']) {
      const $ = load((await recruiter.get(`${base}/${page}`)).text);
      const link = $(`main a[href="${at}"]`);
      expect(link.text()).toBe('Move to shortlisted');
      expect(link.parent().text().replace(/\s+/g, ' ')).toContain('done for 2 of 4, 2 left out');
    }
    expect(text).toContain('have withdrawn (LEFT1)');
    const moved = await row('MOVE1');
    expect(moved?.['stage']).toBe('shortlisted');
    expect(moved?.['decisions']).toHaveLength(1);
    expect(moved?.['decisions']).toMatchObject([{ from: 'open', to: 'shortlisted', reason: REASON }]);
    const stored = await test.connection.collection('bulkActions').findOne({ _id: form.id as never });
    expect(JSON.stringify(stored)).not.toContain(REASON);

    test.advance(1000);
    await confirm({
      ...form,
      id: newId(),
      to: 'interview',
      applicants: idsOf(people.slice(1, 2)),
    });
    const undone = await recruiter.post(`${at}/undo`);
    await test.deps.bulkActions.soon();
    const after = await textOf(undone.headers['location'] ?? '');
    expect(after).toContain('Done for 1 applicant. MOVE1');
    expect(after).toContain('were changed by somebody meanwhile (MOVE2)');
    expect([await stageOf('MOVE1'), await stageOf('MOVE2')]).toEqual(['open', 'interview']);
    const again = await recruiter.post(`${at}/undo`);
    expect(again.headers['location']).toBe(undone.headers['location']);
  });

  it('says who was erased before it was seen, and who between seeing and confirming', async () => {
    const people = await add(finished('STAY1'), finished('AWAY1'), finished('AWAY2'));
    const [stays, first, second] = people;
    await erase(first);
    const ticked = people.map(({ applicant }) => `applicant=${applicant.id}`).join('&');
    const at = `${base}/bulk-actions/new?${ticked}`;
    expect(await textOf(at)).toMatch(/For 2 applicants at once.*erased, or not there any more \(AWAY1\)/);
    const $ = load((await recruiter.get(at)).text);
    const applicants = $('form input[name=applicants]').attr('value') ?? '';
    expect(applicants).not.toContain(first?.applicant.id);
    await erase(second);
    const { text } = await confirm({
      id: newId(),
      kind: 'move',
      to: 'shortlisted',
      reason: REASON,
      applicants,
    });
    expect(text).toContain('2 applicants of 2 looked at');
    expect(text).toContain(`Done for 1 applicant. ${stays?.applicant.label}`);
    expect(text).toContain('1 applicant: erased, or not there any more (AWAY2)');
    const nobody = await textOf(`${base}/bulk-actions/new?applicant=${first?.applicant.id}`);
    expect(nobody).toMatch(/erased, or not there any more \(AWAY1\).*Nobody is chosen/);
  });

  it('goes on where it was cut off, and counts what it had done before as done', async () => {
    const people = await add(finished('CUT01'), finished('CUT02'));
    const form = { id: newId(), kind: 'move', to: 'interview', reason: REASON, applicants: idsOf(people) };
    await confirm(form);
    const cutOff = { next: 0, done: [], leftOut: [], endedAt: null, runningSince: test.deps.clock() };
    await test.connection
      .collection('bulkActions')
      .updateOne({ _id: form.id as never }, { $set: { ...cutOff, 'wish.reason': REASON } });
    await test.deps.bulkActions.soon();
    expect(await textOf(`${base}/bulk-actions/${form.id}`)).toContain('Done for 2 applicants. CUT01, CUT02');
    expect((await row('CUT01'))?.['decisions']).toHaveLength(1);
  });

  it('is found again among the five newest of the role, the one that still runs with how far it is', async () => {
    const [person] = await add(finished('OFTEN'));
    const applicants = idsOf(person === undefined ? [] : [person]);
    const ids: string[] = [];
    for (const to of ['interview', 'open', 'shortlisted', 'interview', 'open', 'shortlisted'] as const) {
      const id = newId();
      test.advance(1000);
      await confirm({ id, kind: 'move', to, reason: REASON, applicants });
      ids.unshift(id);
    }
    await test.connection
      .collection('bulkActions')
      .updateOne({ _id: ids[0] as never }, { $set: { next: 0, endedAt: null } });
    const $ = load((await recruiter.get(`${base}/applicants`)).text);
    const lines = $('details li').filter((_, line) => $(line).html()?.includes('/bulk-actions/') === true);
    expect(lines.toArray().map((line) => $(line).find('a').attr('href'))).toEqual(
      ids.slice(0, 5).map((id) => `${base}/bulk-actions/${id}`),
    );
    expect(lines.first().text()).toContain('0 of 1 looked at');
    expect(lines.first().closest('details').is('[open]')).toBe(true);
  });

  it('extends and ends the links of those who have not begun, and asks again for a day that will not do', async () => {
    const people = await add({ label: 'NEVER', state: 'invited' }, { label: 'BEGUN', state: 'writing' });
    await test.connection
      .collection('applicants')
      .updateMany({ requisitionId: role.requisition.id }, { $set: { linkExpiresAt: test.deps.clock() } });
    const form = { applicants: idsOf(people), kind: 'extend' };
    const far = await recruiter.post(`${base}/bulk-actions`, { ...form, id: newId(), until: '2199-01-01' });
    expect([far.status, load(far.text)('#until').attr('value')]).toEqual([422, '2199-01-01']);
    const soon = new Date(test.deps.clock().getTime() + 7 * 24 * 3600 * 1000).toISOString().slice(0, 10);
    const extended = await confirm({ ...form, id: newId(), until: soon });
    expect(extended.text).toContain('Done for 1 applicant. NEVER');
    expect(extended.text).toContain('have begun; what was begun has its own end (BEGUN)');
    expect((await row('NEVER'))?.['linkExpiresAt']).toEqual(new Date(`${soon}T23:59:59.999Z`));
    const { linkVersion } = (await row('NEVER')) as unknown as { linkVersion: number };
    await confirm({ applicants: idsOf(people), kind: 'end-invitation', id: newId() });
    expect((await row('NEVER'))?.['linkVersion']).toBe(linkVersion + 1);
    expect((await row('BEGUN'))?.['linkVersion']).toBe(linkVersion);
  });

  it('is not for whoever may not invite, nor without a reason, and keeps what was typed', async () => {
    const people = await add({ label: 'NEVER', state: 'invited' });
    const applicants = idsOf(people);
    const ended = await lead.post(`${base}/bulk-actions`, {
      id: newId(),
      kind: 'end-invitation',
      applicants,
    });
    expect(ended.status).toBe(403);
    const short = { id: newId(), kind: 'move', to: 'interview', reason: 'no', applicants };
    const refused = await recruiter.post(`${base}/bulk-actions`, short);
    const $ = load(refused.text);
    expect([refused.status, $('#reason').text().trim()]).toEqual([422, 'no']);
    expect($('main').text()).toContain('at least 10 characters');
    expect(await stageOf('NEVER')).toBe('open');
  });
});
