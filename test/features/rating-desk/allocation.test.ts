import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import { signInAs, type Staff } from '../../support/actors.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { addFinished, addRatingRole, RESPONSES, tasksOf, type RatingRole } from './rating-role.ts';
import { deskOf, levels, rateAll, seatsOf, takeFree } from './working-raters.ts';

let test: TestApp;
let role: RatingRole;
let raters: [Staff, Staff, Staff, Staff];
let latest: string;

/** Three people, the last of whom handed in first. */
beforeAll(async () => {
  test = await startTestApp();
  role = await addRatingRole(test, 4);
  raters = role.raters as typeof raters;
  for (const hour of [12, 11, 10]) {
    const finishedAt = new Date(`2026-03-01T${hour}:00:00Z`);
    latest = (await addFinished(test, role, RESPONSES, { finishedAt })).applicant.id;
  }
}, 60_000);
afterAll(() => test.close());

const idOf = ({ actor }: Staff) => actor.personId as string;
const chosen = (...people: Staff[]) => people.map(idOf);
const page = async (path: string) => load((await role.lead.get(path).expect(200)).text);
const heldBy = async (rater: Staff) =>
  (await tasksOf(test, role)).filter(({ slots }) =>
    slots.some(({ raterId, state }) => raterId === idOf(rater) && state === 'held'),
  );

describe('responses are given out in waves', () => {
  const fields = () => ({
    rater: chosen(raters[0], raters[1]),
    people: '1',
    order: 'finish',
    due: '2027-05-04',
  });

  it('with the work of the wave shown before, and nothing given out by looking', async () => {
    const query = new URLSearchParams(Object.entries({ people: '1', order: 'finish', due: '2027-05-04' }));
    for (const id of fields().rater) query.append('rater', id);
    const shown = await page(`${deskOf(role)}?${query.toString()}`);
    expect(shown('dl').text().replace(/\s+/g, ' ')).toContain('Responses 2 Ratings');
    expect(shown('form[method=post] input[name=due]').val()).toBe('2027-05-04');
    expect((await tasksOf(test, role)).every(({ state }) => state === 'unallocated')).toBe(true);
  });

  it.each([
    ['people', 'none', 'Enter a whole number of people'],
    ['due', '2020-01-01', 'Choose a day that is not over yet'],
    ['due', 'tomorrow', 'Choose a day that is not over yet'],
  ])('not with a wrong field, which stays as it was typed: %s %s', async (name, value, words) => {
    const refused = await role.lead.post(`${deskOf(role)}/allocation`, { ...fields(), [name]: value });
    expect(refused.status).toBe(422);
    const form = load(refused.text);
    expect(form(`#${name}-error`).text()).toContain(words);
    expect(form(`form[method=get] input[name=${name}]`).val()).toBe(value);
    expect(form('input[name=rater]:checked').length).toBe(2);
    expect((await tasksOf(test, role)).every(({ state }) => state === 'unallocated')).toBe(true);
  });

  it('not to a member of the role or somebody who rates no more, and says to whom', async () => {
    const gone = await signInAs(test, role.organisationId, ['interviewer'], 'Gail Gone');
    const rater = [idOf(raters[0]), idOf(role.lead), idOf(gone)];
    const refused = await role.lead.post(`${deskOf(role)}/allocation`, { ...fields(), rater });
    expect(refused.status).toBe(422);
    const said = load(refused.text)('#rater-error').text();
    expect(said).toContain(`Members of a role never rate in it: ${role.lead.actor.name}.`);
    expect(said).toContain('Nothing new goes to Gail Gone now.');
    expect((await tasksOf(test, role)).every(({ state }) => state === 'unallocated')).toBe(true);
  });

  it('to whoever handed in first, with a day until which they are due', async () => {
    expect((await role.lead.post(`${deskOf(role)}/allocation`, fields())).status).toBe(303);
    const given = (await tasksOf(test, role)).filter(({ state }) => state === 'rating');
    expect(given.map(({ applicantId }) => applicantId)).toEqual([latest, latest]);
    expect((await raters[0].get('/rating')).text).toContain('until 4 May 2027');
  });
});

describe('whoever is waited for', () => {
  it('is shown with what they hold, since when and until when', async () => {
    const row = (await page(deskOf(role)))('#progress tbody tr, table[aria-labelledby=progress] tbody tr')
      .first()
      .text();
    expect(row).toContain('4 May 2027');
    expect(row).toMatch(/Rater Number [12]/);
  });

  it('is marked when the day is over; nothing is taken away', async () => {
    const before = await heldBy(raters[0]);
    test.advance(365 * 86_400_000 * 2);
    expect((await page(deskOf(role)))('main').text()).toContain('over since 4 May 2027');
    expect(await heldBy(raters[0])).toEqual(before);
  });
});

describe('seats of one rater', () => {
  const path = () => `${deskOf(role)}/reassignment/${idOf(raters[0])}`;

  it('are given to nobody without a choice, and not to the other rater of the same response', async () => {
    expect((await role.lead.post(path(), { due: '' })).status).toBe(422);
    const [seat = ''] = await seatsOf(raters[0]);
    await raters[0].post(seat, levels(2, 2));
    expect((await role.lead.post(path(), { rater: chosen(raters[1]) })).status).toBe(303);
    expect(await heldBy(raters[0])).toHaveLength(2);
    expect((await page(path()))('main').text()).toContain('2 responses not handed in');
  });

  it('go to another, who begins afresh; what the first one types then is shown, not lost', async () => {
    const [seat = ''] = await seatsOf(raters[0]);
    expect((await role.lead.post(path(), { rater: chosen(raters[2]), due: '' })).status).toBe(303);
    expect(await heldBy(raters[0])).toEqual([]);
    const passed = await heldBy(raters[2]);
    expect(passed).toHaveLength(2);
    for (const { slots } of passed) expect(slots[0]?.draft ?? slots[1]?.draft ?? null).toBeNull();
    const late = await raters[0].post(seat, { ...levels(2, 2), reason: 'I was typing.' });
    expect(late.status).toBe(409);
    expect(load(late.text)('dl').text()).toContain('I was typing.');
    expect(await takeFree(raters[0])).toBe(0);
    expect((await page(path()))('main').text()).toContain('Nothing to give to others');
  });

  it('that were handed in stay, also before the next step has run', async () => {
    await rateAll(test, raters[2], levels(3, 3));
    const before = await tasksOf(test, role);
    const again = `${deskOf(role)}/reassignment/${idOf(raters[2])}`;
    expect((await role.lead.post(again, { rater: chosen(raters[3]) })).status).toBe(303);
    expect(await tasksOf(test, role)).toEqual(before);
  });

  it('of a person of another organisation do not exist', async () => {
    await role.lead.get(`${deskOf(role)}/reassignment/${'A'.repeat(22)}`).expect(404);
  });
});

describe('two presses of “Give the responses” at the same moment', () => {
  it('give each response once, and every rater has each prompt once', async () => {
    const other = await addRatingRole(test, 3);
    for (let person = 1; person <= 4; person += 1) await addFinished(test, other);
    const body = { rater: other.raters.map(idOf) };
    // The form's token is asked for once, before both.
    expect((await other.lead.post(`${deskOf(other)}/allocation`, {})).status).toBe(422);
    const post = () => other.lead.post(`${deskOf(other)}/allocation`, body);
    const answers = await Promise.all([post(), post()]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    const { ratingBatches } = test.deps.stores;
    const batches = await ratingBatches.listOpen(other.organisationId, other.requisition.id);
    expect(batches.every(({ taskIds }) => taskIds.length > 0)).toBe(true);
    const given = batches.flatMap(({ raterId, taskIds }) => taskIds.map((id) => `${id} ${raterId}`));
    const held = (await tasksOf(test, other)).flatMap(({ id, slots }) =>
      slots.map(({ raterId }) => `${id} ${raterId}`),
    );
    expect(held).toHaveLength(16);
    expect(given.sort()).toEqual(held.sort());
    for (const rater of other.raters) await rateAll(test, rater, levels(3, 3));
    expect((await tasksOf(test, other)).every(({ state }) => state === 'resolved')).toBe(true);
  });
});

describe('two raters of the same responses', () => {
  it('read them in different orders, each in one that stays', async () => {
    const other = await addRatingRole(test, 2);
    for (let person = 1; person <= 8; person += 1) await addFinished(test, other);
    await other.lead.post(`${deskOf(other)}/allocation`, { rater: other.raters.map(idOf) });
    await test.deps.relay.soon();
    const orders = async () => {
      const all = await Promise.all(other.raters.map(seatsOf));
      return all.map((seats) => seats.map((seat) => seat.split('/').at(-1)));
    };
    const [one = [], two = []] = await orders();
    expect(one).toHaveLength(16);
    expect([...one].sort()).toEqual([...two].sort());
    const promptOf = new Map((await tasksOf(test, other)).map(({ id, itemId }) => [String(id), itemId]));
    for (const prompt of ['p1', 'p2']) {
      const ofPrompt = (ids: readonly (string | undefined)[]) =>
        ids.filter((id) => promptOf.get(id ?? '') === prompt);
      expect(ofPrompt(one)).toHaveLength(8);
      // One in 40,320 by chance.
      expect(ofPrompt(one)).not.toEqual(ofPrompt(two));
    }
    expect(await orders()).toEqual([one, two]);
  });
});
