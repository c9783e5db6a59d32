import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import type { OrganisationId } from '../../../src/core/kernel/ids.ts';
import { addOrganisation, signInAs, type Staff } from '../../support/actors.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import {
  aPerson,
  aRole,
  ratedThroughout,
  type MadePerson,
  type Role,
} from '../applicant-comparison/a-role.ts';
import { storePeople, storeRole } from '../applicant-comparison/store-role.ts';

let test: TestApp;
let home: OrganisationId;
let recruiter: Staff;
let lead: Staff;
let colleague: Staff;
let role: Role;
let person: MadePerson;

beforeAll(async () => {
  test = await startTestApp();
  home = await addOrganisation(test);
  recruiter = await signInAs(test, home, ['recruiter'], 'Rosa Diaz');
  lead = await signInAs(test, home, ['hiring-manager'], 'Lena Okafor');
  colleague = await signInAs(test, home, ['interviewer'], 'Ines Moreau');
}, 60_000);
afterAll(() => test.close());
beforeEach(async () => {
  const everybody = [recruiter, lead, colleague].map(({ actor }) => actor.personId);
  role = aRole(home, { members: everybody });
  person = aPerson(role, { label: 'AAAAA', ...ratedThroughout(role.form, [4, 3, 5]) });
  await storeRole(test, role);
  await storePeople(test, [person]);
});

const roleAt = (): string => `/requisitions/${role.requisition.id}`;
const at = (): string => `${roleAt()}/applicants/${person.applicant.id}`;
const text = async (staff: Staff, page: string): Promise<string> =>
  load((await staff.get(page)).text)('main')
    .text()
    .replace(/\s+/g, ' ');
const idOf = ({ actor }: Staff): string => actor.personId;

/** All three are asked for a view, lead and colleague for a scorecard too. */
const ask = (rev = '0', where = roleAt()) =>
  recruiter.post(`${where}/asked`, {
    rev,
    [`view-${idOf(recruiter)}`]: 'recruiter',
    [`view-${idOf(lead)}`]: 'hiring-manager',
    [`view-${idOf(colleague)}`]: 'customer-colleague',
    [`scorecard-${idOf(lead)}`]: 'yes',
    [`scorecard-${idOf(colleague)}`]: 'yes',
  });
const REASONS = {
  recommend: 'Heard the traveller before offering anything.',
  rather: 'Explains well, hurries the first sentence.',
  not: 'Promised what the desk cannot keep.',
} as const;
const give = (staff: Staff, recommendation: keyof typeof REASONS) =>
  staff.post(`${at()}/views`, { recommendation, reason: REASONS[recommendation] });

function card(level: string, evidence: string, over: object = {}): object {
  const fields = role.rubric.criteria.flatMap(({ id }) => [
    [`level-${id}`, level],
    [`evidence-${id}`, evidence],
  ]);
  return { rev: '0', go: 'hand-in', ...(Object.fromEntries(fields) as object), ...over };
}
const handIn = (staff: Staff, fields: object) => staff.post(`${at()}/scorecard`, fields);

describe('three people who give independent views', () => {
  it('are told on the list that a view may be given without being asked, and wait for nobody', async () => {
    await test.deps.stores.standings.upsert({
      ...person.standing,
      stage: 'shortlisted',
      sources: { ...person.standing.sources, applicant: 9 },
    });
    const list = await text(colleague, `${roleAt()}/interviews`);
    expect(list).toContain('Not asked: you may give one');
    expect(await text(colleague, '/')).not.toContain('is asked of you');
  });

  it('read the others’ only after their own, and then all stand side by side', async () => {
    expect((await ask()).status).toBe(303);
    expect(await text(colleague, `${roleAt()}/interviews`)).not.toContain('AAAAA');
    await recruiter.post(`${at()}/decision`, {
      rev: '0',
      to: 'interview',
      reason: 'Named what the traveller feels.',
      considered: '',
      message: '',
    });
    await test.deps.relay.soon();
    await test.deps.stores.standings.upsert({
      ...person.standing,
      stage: 'interview',
      sources: { ...person.standing.sources, applicant: 9 },
    });
    expect(await text(colleague, `${roleAt()}/interviews`)).toContain('AAAAA');
    const [view, scorecard] = ['Your view of 1 applicant', 'A scorecard of 1 applicant'];
    for (const staff of [lead, colleague]) {
      const waiting = await text(staff, '/');
      expect(waiting).toContain(`${view} is asked of you`);
      expect(waiting).toContain(`${scorecard} is asked of you`);
    }
    expect(await text(recruiter, '/')).not.toContain(scorecard);

    expect((await give(recruiter, 'recommend')).status).toBe(303);
    expect(await text(recruiter, '/')).not.toContain(view);
    for (const other of [lead, colleague]) {
      const before = await text(other, `${at()}/views`);
      expect(before).toContain('Given by Rosa Diaz.');
      expect(before).not.toContain(REASONS.recommend);
      expect(before).not.toContain('All views');
    }
    expect((await give(lead, 'not')).status).toBe(303);
    const decision = await text(recruiter, `${at()}/decision`);
    expect(decision).toContain('Views still missing from Ines Moreau.');
    expect(decision).not.toContain(REASONS.not);
    expect((await give(colleague, 'rather')).status).toBe(303);
    for (const staff of [recruiter, lead, colleague]) {
      const after = await text(staff, `${at()}/views`);
      for (const reason of Object.values(REASONS)) expect(after).toContain(reason);
      expect(after).toMatch(/Lena Okafor\s*Hiring manager/);
      expect(after).toContain('They differ: some recommend, and some do not.');
    }
    await test.deps.relay.soon();
    const events = await test.deps.stores.audit.listNewest(home, 50);
    expect(events.filter(({ type }) => type === 'independent-view-given')).toHaveLength(3);
    expect(JSON.stringify(events)).not.toContain(REASONS.not);
  });

  it('give one each, which never changes; what was typed too much is theirs to copy', async () => {
    await give(recruiter, 'recommend');
    const again = await give(recruiter, 'not');
    expect(again.status).toBe(409);
    expect(load(again.text)('main').text()).toContain(REASONS.not);
    const both = await Promise.all([give(lead, 'not'), give(lead, 'rather')]);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
    const { organisationId, requisitionId, id } = person.applicant;
    const stored = await test.deps.stores.independentViews.listOf(organisationId, requisitionId, [id]);
    const of = (staff: Staff) => stored.filter(({ personId }) => personId === idOf(staff));
    expect(stored).toHaveLength(2);
    expect(of(recruiter)).toMatchObject([{ recommendation: 'recommend' }]);
    expect(of(lead)).toHaveLength(1);
    expect((await colleague.post(`${at()}/views`, { reason: '<b>x</b> not long' })).status).toBe(422);
  });

  it('are not passed over in silence when it is decided', async () => {
    await ask();
    await give(recruiter, 'recommend');
    const offer = {
      rev: '0',
      to: 'offer',
      reason: 'Named what the traveller feels.',
      considered: '',
      message: 'We would like you to join us.',
    };
    const refused = await recruiter.post(`${at()}/decision`, { ...offer, go: 'send' });
    expect(refused.status).toBe(422);
    const $ = load(refused.text);
    expect($('label:has([name=without])').text()).toContain('Ines Moreau and Lena Okafor');
    const without = $('[name=without]').attr('value') ?? '';
    expect((await recruiter.post(`${at()}/decision`, { ...offer, without: 'others' })).status).toBe(422);
    const shown = await recruiter.post(`${at()}/decision`, { ...offer, without });
    expect(load(shown.text)('main').text()).toContain('You decide without the views of');
    expect((await recruiter.post(`${at()}/decision`, { ...offer, without, go: 'send' })).status).toBe(303);
    expect(await text(lead, `${at()}/decision`)).toContain('Without the views of');
    expect((await give(lead, 'not')).status).toBe(409);
  });
});

describe('who is asked', () => {
  it('can differ for one applicant, never reaches past the members, and is not overwritten', async () => {
    await ask();
    const stranger = 'A'.repeat(22);
    const fields = { rev: '0', [`view-${idOf(lead)}`]: 'recruiter', [`view-${stranger}`]: 'recruiter' };
    expect((await lead.post(`${at()}/asked`, fields)).status).toBe(303);
    expect(await text(lead, `${at()}/views`)).toContain('Still asked: Lena Okafor.');
    const late = await recruiter.post(`${at()}/asked`, {
      rev: '0',
      [`view-${idOf(colleague)}`]: 'recruiter',
    });
    expect(late.status).toBe(409);
    expect(load(late.text)(`#view-${idOf(colleague)} option[selected]`).attr('value')).toBe('recruiter');
    expect(await text(lead, `${at()}/views`)).toContain('Still asked: Lena Okafor.');
    expect((await colleague.get(`${at()}/asked`)).status).toBe(403);
  });
});

describe('scorecards of an interview', () => {
  const HEARD = 'She said: <i>first tell me what happened</i>.';
  beforeEach(() => ask());

  it('keep a draft, refuse a gap without losing a word, and show no score of the test', async () => {
    const [first] = role.rubric.criteria;
    const draft = card('', '', { go: 'draft', [`evidence-${first?.id ?? ''}`]: HEARD });
    expect((await handIn(colleague, draft)).status).toBe(303);
    const page = load((await colleague.get(`${at()}/scorecard`)).text);
    expect(page(`#evidence-${first?.id ?? ''}`).text()).toContain(HEARD);
    expect(page('main').text()).not.toMatch(/Judgment|Written|Score \d/);
    const gap = await handIn(colleague, { ...draft, rev: '1', go: 'hand-in' });
    expect(gap.status).toBe(422);
    expect(load(gap.text)(`#evidence-${first?.id ?? ''}`).text()).toContain(HEARD);
    const stale = await handIn(colleague, card('2', 'Typed in an older tab.', { rev: '1' }));
    expect(stale.status).toBe(409);
    expect(load(stale.text)('main').text()).toContain('Typed in an older tab.');
    expect((await handIn(recruiter, card('3', HEARD))).status).toBe(409);
  });

  it('hide the others’ until one’s own is in, then show levels and differences without a mean', async () => {
    expect((await handIn(lead, card('5', HEARD))).status).toBe(303);
    const before = await text(colleague, `${at()}/scorecard`);
    expect(before).toContain('Handed in by Lena Okafor.');
    expect(before).not.toContain('first tell me what happened');
    expect((await handIn(colleague, card('3', 'Only listed the rules to me.'))).status).toBe(303);
    expect(await text(colleague, `${at()}/scorecard`)).not.toContain('first tell me what happened');
    await give(colleague, 'rather');
    const after = await text(colleague, `${at()}/scorecard`);
    expect(after).toContain('<i>first tell me what happened</i>');
    expect(after).toContain('Far apart: 3 to 5');
    expect((await handIn(colleague, card('5', HEARD, { rev: '1' }))).status).toBe(409);
  });

  it('are hidden from whoever decides and still owes a view, which says what to do first', async () => {
    await handIn(lead, card('5', HEARD));
    const before = load((await recruiter.get(`${at()}/scorecard`)).text);
    expect(before('main').text()).not.toContain('first tell me what happened');
    expect(before('main').text()).toContain('give your own view of this applicant first');
    expect(before(`main a[href="${at()}/views"]`)).toHaveLength(1);
    await give(recruiter, 'recommend');
    expect(await text(recruiter, `${at()}/scorecard`)).toContain('first tell me what happened');
    const table = await text(recruiter, `${at()}/views`);
    expect(table).toContain('before its writer could read another view');
    expect(table).not.toContain('could read scorecards');
  });

  it('stand beside the view of whoever could read them before giving it', async () => {
    await recruiter.post(`${roleAt()}/asked`, { rev: '1', [`scorecard-${idOf(lead)}`]: 'yes' });
    await handIn(lead, card('5', HEARD));
    expect(await text(recruiter, `${at()}/scorecard`)).toContain('first tell me what happened');
    test.advance(1000);
    await give(recruiter, 'recommend');
    await give(lead, 'not');
    const table = await text(lead, `${at()}/views`);
    expect(table).toContain('Rosa Diaz Not asked; could read scorecards before');
    expect(table.match(/could read scorecards/g)).toHaveLength(1);
  });

  it('remember who read them before they were asked for one', async () => {
    await handIn(lead, card('5', HEARD));
    await give(lead, 'not');
    await give(recruiter, 'recommend');
    expect(await text(recruiter, `${at()}/scorecard`)).toContain('first tell me what happened');
    await recruiter.post(`${at()}/asked`, { rev: '0', [`scorecard-${idOf(recruiter)}`]: 'yes' });
    expect(await text(recruiter, `${at()}/scorecard`)).not.toContain('first tell me what happened');
    expect((await handIn(recruiter, card('5', 'I would hire her.', { rev: '1' }))).status).toBe(303);
    expect(await text(lead, `${at()}/scorecard`)).toContain('Rosa Diaz had read the others’ scorecards');
  });
});

describe('somebody of another role, erased or withdrawn', () => {
  it('has no views and no scorecards', async () => {
    await ask();
    await give(recruiter, 'recommend');
    const other = aRole(home, { members: [idOf(recruiter) as never] });
    await storeRole(test, other);
    for (const page of ['views', 'scorecard', 'asked', 'own-results'])
      expect(
        (
          await recruiter.get(
            `/requisitions/${other.requisition.id}/applicants/${person.applicant.id}/${page}`,
          )
        ).status,
      ).toBe(404);
    const { applicants, erasure } = test.deps.stores;
    await applicants.withdraw(person.applicant, new Date(), []);
    expect((await give(lead, 'not')).status).toBe(409);
    expect((await handIn(lead, card('3', 'Heard well enough.'))).status).toBe(409);
    const target = await erasure.findTarget(person.applicant.id);
    if (target === null) throw new Error('the applicant is gone');
    await erasure.order(target, []);
    await erasure.deleteTraces(target);
    const late = [await give(lead, 'not'), await handIn(lead, card('3', 'Heard well enough.'))];
    expect(late.map(({ status }) => status)).toEqual([404, 404]);
    expect(load(late[0]?.text ?? '')('blockquote').text()).toBe(REASONS.not);
    expect(
      load(late[1]?.text ?? '')('blockquote')
        .first()
        .text(),
    ).toBe('Heard well enough.');
    for (const collection of ['independentViews', 'scorecards'])
      expect(
        await test.connection.collection(collection).countDocuments({ applicantId: person.applicant.id }),
      ).toBe(0);
  });
});
