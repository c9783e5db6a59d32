import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import { addOrganisation, signInAs, type Staff } from '../../support/actors.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { aPerson, aRole, ratedThroughout, type Role } from '../applicant-comparison/a-role.ts';
import { storePeople, storeRole } from '../applicant-comparison/store-role.ts';

let test: TestApp;
let recruiter: Staff;
let rater: Staff;
let role: Role;

beforeAll(async () => {
  test = await startTestApp();
  const home = await addOrganisation(test);
  recruiter = await signInAs(test, home, ['recruiter']);
  rater = await signInAs(test, home, ['rater'], 'Rae Rater');
  role = aRole(home, { members: [recruiter.actor.personId] });
  await storeRole(test, role);
}, 60_000);
afterAll(() => test.close());

async function open(): Promise<string> {
  const { text } = await recruiter.get(`/requisitions/${role.requisition.id}/progress`);
  return load(text)('main').text().replace(/\s+/g, ' ');
}

describe('the progress of a role', () => {
  it('says what waits for whom, without a label or a name of an applicant, and forecasts from enough', async () => {
    const rated = ratedThroughout(role.form, [3, 3, 3]);
    const waiting = aPerson(role, { label: 'WAITS', ...rated });
    const tasks = waiting.tasks.map((task) => ({
      ...task,
      state: 'rating' as const,
      slots: task.slots.map((slot, index) =>
        index === 0
          ? { ...slot, raterId: rater.actor.personId, state: 'held' as const, handedInAt: null }
          : slot,
      ),
    }));
    await storePeople(test, [
      { ...waiting, tasks },
      aPerson(role, { label: 'NEVER', state: 'invited' }),
      aPerson(role, { label: 'WRITE', state: 'writing' }),
    ]);
    test.setClock(new Date('2026-03-05T10:00:00.000Z'));
    const few = await open();
    expect(few).toContain('Invited and not begun 1 applicant');
    expect(few).toContain('Begun and not finished 1 applicant');
    expect(few).toContain('Rae Rater 3 Not opened yet');
    expect(few).toContain('No forecast only 1 finished in the last 14 days');
    expect(few).not.toMatch(/WAITS|NEVER|WRITE|Canary/);

    await storePeople(
      test,
      Array.from({ length: 11 }, (_, index) => aPerson(role, { label: `DONE${index}`, ...rated })),
    );
    expect(await open()).toMatch(/Everybody invited has finished In 2 to 5 days/);
  });

  it('counts the seats of raters as a look at each of them would', async () => {
    const { organisationId, id } = role.requisition;
    const rows = await test.connection.collection('ratingTasks').find({ requisitionId: id }).toArray();
    const slots = rows.flatMap(
      ({ slots: all }) => all as { raterId: string | null; state: string; voided: unknown }[],
    );
    const open = slots.filter(({ state, voided }) => state !== 'handed-in' && voided === null);
    const { held, left, estimated } = await test.deps.stores.roleProgress.findOpenSeats(organisationId, id);
    expect({ left, estimated }).toEqual({ left: open.length, estimated: false });
    expect(held.map(({ responses }) => responses)).toEqual([
      open.filter(({ raterId }) => raterId === rater.actor.personId).length,
    ]);
    expect(left).toBeGreaterThan(0);
  });
});
