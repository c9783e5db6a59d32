import { expect } from '@jest/globals';
import { load } from 'cheerio';
import type { Staff } from '../../support/actors.ts';
import type { TestApp } from '../../support/test-app.ts';
import type { RatingRole } from './rating-role.ts';

export const deskOf = ({ requisition }: RatingRole) => `/requisitions/${requisition.id}/rating`;

export async function allocate(role: RatingRole, raters: readonly Staff[] = role.raters): Promise<void> {
  const response = await role.lead.post(`${deskOf(role)}/allocation`, {
    rater: raters.map(({ actor }) => actor.personId),
  });
  expect(response.status).toBe(303);
}

/** Addresses of the responses in a rater's open batches. */
export async function seatsOf(rater: Staff): Promise<string[]> {
  const desk = load((await rater.get('/rating').expect(200)).text);
  const batches = desk('article a.btn')
    .toArray()
    .map((link) => desk(link).attr('href') ?? '');
  const seats: string[] = [];
  for (const batch of batches) {
    const page = load((await rater.get(batch).expect(200)).text);
    seats.push(
      ...page('table a')
        .toArray()
        .map((link) => page(link).attr('href') ?? ''),
    );
  }
  return seats;
}

export const levels = (empathy: number, communication: number) => ({
  'level-empathy': String(empathy),
  'level-communication': String(communication),
});

/** Rates everything a rater has, the same way, and hands it in. */
export async function rateAll(test: TestApp, rater: Staff, fields: object): Promise<void> {
  const seats = await seatsOf(rater);
  for (const seat of seats) expect((await rater.post(seat, fields)).status).toBe(303);
  const batches = new Set(seats.map((seat) => seat.split('/tasks/')[0]));
  for (const batch of batches) expect((await rater.post(`${batch}/hand-in`)).status).toBe(303);
  await test.deps.relay.soon();
}

export async function takeFree(rater: Staff): Promise<number> {
  const desk = load((await rater.get('/rating')).text);
  const forms = desk('form[action="/rating/work"]').toArray();
  for (const form of forms) {
    const value = (name: string) => desk(form).find(`input[name=${name}]`).attr('value');
    await rater.post('/rating/work', { requisitionId: value('requisitionId'), itemId: value('itemId') });
  }
  return forms.length;
}
