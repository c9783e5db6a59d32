import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { FormVersionId, OrganisationId } from '../../../src/core/kernel/ids.ts';
import { addOrganisation, signInAs, type Staff } from '../../support/actors.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { aPerson, aRole, ratedThroughout, type MadePerson, type Role } from './a-role.ts';
import { storePeople, storeRole } from './store-role.ts';

let test: TestApp;
let recruiter: Staff;
let role: Role;
let home: OrganisationId;

beforeAll(async () => {
  test = await startTestApp();
  home = await addOrganisation(test);
  recruiter = await signInAs(test, home, ['recruiter']);
  role = aRole(home, { members: [recruiter.actor.personId] });
  await storeRole(test, role);
}, 60_000);
afterAll(() => test.close());

const person = (label: string): MadePerson =>
  aPerson(role, { label, ...ratedThroughout(role.form, [4, 3, 5]) });

function withAnotherForm(made: MadePerson, state?: 'open'): MadePerson {
  if (made.attempt === null) throw new Error('nothing was taken');
  const attempt = { ...made.attempt, formVersionId: 'another version' as FormVersionId };
  return { ...made, attempt: { ...attempt, state: state ?? attempt.state } };
}

const compare = async (people: readonly MadePerson[], show: string) => {
  await storePeople(test, people);
  const ids = people.map(({ applicant }) => `applicant=${applicant.id}`).join('&');
  return recruiter.get(`/requisitions/${role.requisition.id}/comparison?${ids}&show=${show}`);
};

it.each([
  ['bars', 'A'],
  ['profile', 'B'],
  ['distribution', 'C'],
  ['responses', 'D'],
])('refuses to compare attempts with different versions of the assessment: %s', async (show, letter) => {
  const people = [person(`${letter}AAAA`), withAnotherForm(person(`${letter}BBBB`))];
  const { status, text } = await compare(people, show);
  expect(status).toBe(409);
  expect(text).toContain('They did not take the same version of the assessment.');
});

it('looks only at attempts that were handed in', async () => {
  const { status } = await compare([person('EAAAA'), withAnotherForm(person('EBBBB'), 'open')], 'bars');
  expect(status).toBe(200);
});
