import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { load } from 'cheerio';
import { signInAs, type Staff } from '../../support/actors.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { addRatingRole, type RatingRole } from '../rating-desk/rating-role.ts';
import {
  approve,
  beginDraft,
  editDraft,
  exemplify,
  fieldsOf,
  publish,
  rubricOf,
  storedRubric,
  weigh,
} from './edit-rubric.ts';
import { addScored, addSisterRole } from './rated-role.ts';

/** Whole journeys on a machine that may be busy. */
jest.setTimeout(60_000);

let test: TestApp;
let home: RatingRole;
let role: RatingRole;
let lead: Staff;
let draft: string;

beforeAll(async () => {
  test = await startTestApp();
  home = await addRatingRole(test, 0);
  ({ lead } = home);
}, 60_000);
afterAll(() => test.close());

async function newRole(): Promise<void> {
  role = await addSisterRole(test, home);
  draft = `${rubricOf(role)}/draft`;
}

async function newDraft(): Promise<void> {
  await newRole();
  await beginDraft(lead, role);
}

const criteriaOf = async () => (await storedRubric(test, role)).draft?.content.criteria ?? [];
const open = async () => fieldsOf((await lead.get(draft)).text, '/rubric/draft');

describe('a draft', () => {
  it('begins from what counts, another role, or nothing, and only once', async () => {
    await newRole();
    const page = load((await lead.get(rubricOf(role))).text);
    expect(page('select[name=role] option').length).toBeGreaterThan(1);
    const begin = (fields: object) => lead.post(`${draft}/begin`, { rev: '0', ...fields });
    expect((await begin({ source: 'role', role: '' })).status).toBe(422);
    expect((await begin({ source: 'role', role: 'A'.repeat(22) })).text).toContain(
      'Choose a role of the list',
    );
    expect((await begin({ source: 'empty', role: '' })).headers['location']).toBe(draft);
    expect(await criteriaOf()).toEqual([]);
    expect((await lead.get(draft)).text).toContain('Add at least one criterion');
    await begin({ source: 'published' });
    expect(await criteriaOf()).toEqual([]);
    const { rev } = await storedRubric(test, role);
    await lead.post(`${draft}/discarding`, { rev: String(rev) });
    await begin({ source: 'role', role: home.requisition.id, rev: String(rev + 1) });
    expect((await criteriaOf()).map(({ id }) => id)).toEqual(['empathy', 'communication']);
  });

  it('that is saved as it was opened is the version it began from', async () => {
    await newDraft();
    await editDraft(lead, role, (fields) => fields);
    expect(await criteriaOf()).toEqual(role.rubricVersion.criteria);
  });

  it('moves, spreads, adds and removes by buttons that need no script, and keeps what was typed', async () => {
    await newDraft();
    const press = async (button: object) => {
      const answer = await lead.post(draft, { ...(await open()), 'label-empathy': 'Warmth', ...button });
      expect(answer.status).toBe(303);
      return (await criteriaOf()).map(({ id, label, weight }) => `${id} ${label} ${weight}`);
    };
    expect(await press({ down: 'empathy' })).toEqual(['communication communication 40', 'empathy Warmth 60']);
    expect(await press({ action: 'spread' })).toEqual([
      'communication communication 50',
      'empathy Warmth 50',
    ]);
    const added = await press({ action: 'add' });
    expect(added).toHaveLength(3);
    expect(added[2]).toMatch(/^c-[a-z0-9]{5} {2}0$/);
    expect(await press({ remove: 'communication' })).toEqual(['empathy Warmth 50', added[2]]);
    const page = load((await lead.get(draft)).text);
    expect(page('button[name=restore]').text()).toBe('Bring back communication');
    expect(await press({ restore: 'communication' })).toEqual([
      'empathy Warmth 50',
      added[2],
      'communication communication 50',
    ]);
  });

  it('gives back what was removed as it was typed, also what was never published', async () => {
    await newDraft();
    const send = async (fields: object) => lead.post(draft, { ...(await open()), ...fields });
    await send({ action: 'add' });
    const id = (await criteriaOf())[2]?.id ?? '';
    await send({ [`label-${id}`]: 'Candour', [`anchor-${id}-3`]: 'Says what is not known.', remove: id });
    await send({ 'label-empathy': 'Warmth', 'anchor-empathy-2': 'Edited here.', remove: 'empathy' });
    const page = load((await lead.get(draft)).text);
    const offered = page('button[name=restore]').toArray();
    expect(offered.map((button) => page(button).text())).toEqual(['Bring back Candour', 'Bring back Warmth']);
    await send({ restore: id });
    await send({ restore: 'empathy' });
    const back = await criteriaOf();
    expect(back.map(({ label }) => label)).toEqual(['communication', 'Candour', 'Warmth']);
    expect(back[1]?.levels[2]?.anchor).toBe('Says what is not known.');
    expect(back[2]?.levels[1]?.anchor).toBe('Edited here.');
    expect(load((await lead.get(draft)).text)('button[name=restore]')).toHaveLength(0);
  });

  it('refuses a thirteenth criterion and loses nothing', async () => {
    await newDraft();
    const press = async (fields: object) => lead.post(draft, { ...(await open()), ...fields });
    for (let n = 3; n <= 12; n += 1) expect((await press({ action: 'add' })).status).toBe(303);
    const refused = await press({ 'label-empathy': 'Warmth', action: 'add' });
    expect(refused.status).toBe(422);
    const page = load(refused.text);
    expect(page('.summary a').attr('href')).toBe('#criteria');
    expect(page('main').text()).toContain('A draft holds 12 criteria');
    expect(page('#label-empathy').attr('value')).toBe('Warmth');
    expect(page('input[name=criterion]')).toHaveLength(12);
  });

  it('is saved before its preview is shown, and not written again where nothing was typed', async () => {
    await newDraft();
    await editDraft(lead, role, exemplify);
    const preview = async (fields: object) =>
      (await lead.post(draft, { ...(await open()), ...fields, action: 'preview' })).headers['location'];
    const page = load((await lead.get(draft)).text);
    expect(page('main a[href$="/preview"]')).toHaveLength(0);
    expect(page('form button[name=action]').first().attr('value')).toBe('save');
    expect(page('form button.primary[name=action]').first().attr('value')).toBe('preview');
    expect(await preview({ 'label-empathy': 'Warmth' })).toBe(`${rubricOf(role)}/preview`);
    expect((await criteriaOf())[0]?.label).toBe('Warmth');
    const before = await storedRubric(test, role);
    expect(await preview({})).toBe(`${rubricOf(role)}/preview`);
    expect(await storedRubric(test, role)).toEqual(before);
    expect((await lead.post(draft, { ...(await open()), rev: '1', action: 'preview' })).status).toBe(409);
  });

  it('names every problem with a link to the field in which it is mended', async () => {
    await newDraft();
    await editDraft(lead, role, (fields) => ({
      ...exemplify(fields),
      'weight-empathy': '50',
      'anchor-empathy-3': fields['anchor-empathy-2'] ?? '',
      'example-communication-5': '',
    }));
    const page = load((await lead.get(draft)).text);
    const links = page('#problems a').toArray();
    expect(links.map((one) => one.attribs['href'])).toEqual([
      '#criteria',
      '#anchor-empathy-3',
      '#example-communication-5',
    ]);
    for (const { attribs } of links) expect(page(attribs['href'] ?? '').length).toBe(1);
    expect(page('#problems').text()).toContain('The weights add up to 90');
    expect((await lead.get(`${rubricOf(role)}/preview`)).headers['location']).toBe(`${draft}#problems`);
    const { rev } = await storedRubric(test, role);
    const skipped = await lead.post(`${rubricOf(role)}/publication`, {
      ...{ rev: String(rev), scope: 'everybody' },
      reason: 'A reason that is long enough.',
    });
    expect(skipped.status).toBe(409);
    expect(load(skipped.text)('main a[href$="/draft#problems"]')).toHaveLength(1);
    expect(load(skipped.text)('textarea[name=reason]').text()).toContain('A reason that is long enough.');
    expect((await storedRubric(test, role)).publication).toBeNull();
  });

  it('refuses what it cannot keep and shows it as it was typed', async () => {
    await newDraft();
    const before = await storedRubric(test, role);
    const label = 'x'.repeat(61);
    const answer = await lead.post(draft, {
      ...(await open()),
      'weight-empathy': 'half',
      'label-empathy': label,
    });
    expect(answer.status).toBe(422);
    const page = load(answer.text);
    expect(page('#weight-empathy, #criteria-empathy').attr('value')).toBe('half');
    expect(page('#label-empathy').attr('value')).toBe(label);
    expect(
      page('.summary a')
        .toArray()
        .map((one) => one.attribs['href']),
    ).toEqual(['#label-empathy', '#criteria-empathy']);
    expect(await storedRubric(test, role)).toEqual(before);
  });

  it('of two who save, keeps the first and shows the second both texts', async () => {
    await newDraft();
    const other = await open();
    await editDraft(lead, role, (fields) => ({ ...fields, 'label-empathy': 'Theirs' }));
    const answer = await lead.post(draft, { ...other, 'label-empathy': 'Mine', action: 'save' });
    expect(answer.status).toBe(409);
    const page = load(answer.text);
    expect(page('#label-empathy').attr('value')).toBe('Mine');
    const row = page('#both tbody tr').first().text().replace(/\s+/g, ' ');
    expect(row).toContain('Theirs');
    expect(row).toContain('Mine');
    expect((await criteriaOf())[0]?.label).toBe('Theirs');
    await lead.post(draft, { ...fieldsOf(answer.text, '/rubric/draft'), action: 'save' });
    expect((await criteriaOf())[0]?.label).toBe('Mine');
    const { rev } = await storedRubric(test, role);
    await lead.post(`${draft}/discarding`, { rev: String(rev - 1) });
    expect(await criteriaOf()).not.toEqual([]);
  });
});

describe('a change that waits', () => {
  it('keeps the draft from being edited, and comes back with the reason of whoever refuses it', async () => {
    const auditor = await signInAs(test, home.organisationId, ['auditor', 'hiring-manager'], 'Aud Auditor');
    await newDraft();
    await addScored(test, role);
    const typed = await open();
    await editDraft(lead, role, weigh(20));
    const seen = String((await storedRubric(test, role)).rev);
    await editDraft(lead, role, weigh(30));
    const stale = { rev: seen, scope: 'everybody', reason: 'A reason that is long enough.' };
    const late = await lead.post(`${rubricOf(role)}/publication`, stale);
    expect(late.status).toBe(409);
    expect(late.text).toContain('You saved the draft since you looked at it');
    await publish(test, lead, role, 'everybody');

    const answer = await lead.post(draft, { ...typed, 'label-empathy': 'Too late' });
    expect(answer.status).toBe(409);
    expect(load(answer.text)('#label-empathy').attr('value')).toBe('Too late');
    expect((await auditor.get('/')).text).toContain('1 rubric change waits for a second person');
    const here = `/rubric-changes/${role.requisition.id}`;
    const rev = String((await storedRubric(test, role)).rev);
    expect((await auditor.post(`${here}/refusal`, { rev, reason: 'No.' })).status).toBe(422);
    await auditor.post(`${here}/refusal`, { rev, reason: 'The job analysis says otherwise.' });
    expect((await storedRubric(test, role)).publication).toBeNull();
    expect((await lead.get(rubricOf(role))).text).toContain('The job analysis says otherwise.');
    expect((await auditor.get(`${here}/versions/1`)).text).toContain('for the first intake');
    expect((await auditor.get(`${here}/versions/9`)).status).toBe(404);
  });

  it('is not approved by the person who asked for it, and can be withdrawn', async () => {
    const both = await signInAs(test, home.organisationId, ['owner', 'hiring-manager'], 'Both Roles');
    await newDraft();
    const members = [...role.requisition.members, both.actor.personId];
    await test.deps.stores.requisitions.change(role.requisition, { members }, []);
    await addScored(test, role);
    await editDraft(both, role, weigh(20));
    await publish(test, both, role, 'everybody');
    const here = `/rubric-changes/${role.requisition.id}`;
    const rev = String((await storedRubric(test, role)).rev);
    expect(load((await both.get(here)).text)('form[action$="/approval"]').length).toBe(0);
    await both.post(`${here}/approval`, { rev });
    expect((await storedRubric(test, role)).publication?.state).toBe('waiting');
    await lead.post(`${rubricOf(role)}/publication/withdrawal`, { rev });
    expect(await storedRubric(test, role)).toMatchObject({
      publication: null,
      draft: { content: { examples: [] } },
    });
    expect((await approve(test, both, role)).status).toBe(422);
  });
});

describe('a rater', () => {
  it('reads neither drafts nor what waits', async () => {
    const rater = await signInAs(test, home.organisationId, ['rater']);
    await newDraft();
    await editDraft(lead, role, (fields) => ({ ...fields, 'label-empathy': 'Canary draft' }));
    for (const path of [rubricOf(role), draft, `${rubricOf(role)}/preview`]) {
      expect((await rater.get(path)).status).toBe(404);
    }
    expect((await rater.get('/rubric-changes')).status).toBe(403);
    expect((await rater.get('/rating')).text).not.toContain('Canary draft');
  });
});
