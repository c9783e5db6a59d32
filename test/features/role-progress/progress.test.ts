import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import { addOrganisation, signInAs, type Staff } from '../../support/actors.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { aPerson, aRole, ratedThroughout, type Role } from '../applicant-comparison/a-role.ts';
import { storePeople, storeRole } from '../applicant-comparison/store-role.ts';
import type { Stage } from '../../../src/core/applicant/applicant.ts';
import { anIntake } from '../../support/builders.ts';

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

  it('counts nobody as waiting who has withdrawn or was decided, and everybody of an earlier intake', async () => {
    const [earlier, running] = [anIntake(), anIntake()];
    const home = recruiter.actor.organisationId;
    const members = [recruiter.actor.personId];
    const other = aRole(home, { members, intakes: [earlier, running], title: 'Two intakes' });
    await storeRole(test, other);
    const rated = ratedThroughout(other.form, [3, 3, 3]);
    const at = (label: string, stage: Stage, spec: object = rated) => {
      const { standing, ...person } = aPerson(other, { label, ...spec });
      return { ...person, standing: { ...standing, stage } };
    };
    const before = at('EARLY', 'open');
    const { id: intakeId, rubricVersionId } = earlier;
    await storePeople(test, [
      ...(['open', 'open', 'shortlisted', 'offer', 'rejected', 'withdrawn'] as const).map((stage, index) =>
        at(`RATE${index}`, stage),
      ),
      ...(['open', 'shortlisted', 'rejected', 'withdrawn'] as const).map((stage, index) =>
        at(`NONE${index}`, stage, { state: 'invited' }),
      ),
      { ...before, standing: { ...before.standing, intakeId, rubricVersionId } },
    ]);
    const page = await recruiter.get(`/requisitions/${other.requisition.id}/progress`);
    const text = load(page.text)('main').text().replace(/\s+/g, ' ');
    expect(text).toContain('Invited and not begun 2 applicants');
    expect(text).toContain('Rated, for you to decide 3 applicants');
    const first = load((await recruiter.get('/')).text);
    const line = first('.lines li').filter((_, one) => first(one).text().includes('Two intakes'));
    expect(line.find('strong').text()).toBe('3 applicants are rated and wait for a decision');
    const numbers = first('#roles tbody tr').filter((_, one) => first(one).text().includes('Two intakes'));
    expect(numbers.find('td').last().text().trim()).toBe('7');
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
