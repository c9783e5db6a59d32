import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OrganisationId } from '../../../src/core/kernel/ids.ts';
import { addOrganisation, signInAs, type Staff } from '../../support/actors.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { aPerson, aRole, ratedThroughout } from '../applicant-comparison/a-role.ts';
import { storeRole } from '../applicant-comparison/store-role.ts';

let test: TestApp;
let home: OrganisationId;
let recruiter: Staff;

beforeAll(async () => {
  test = await startTestApp();
  home = await addOrganisation(test);
  recruiter = await signInAs(test, home, ['recruiter']);
}, 60_000);
afterAll(() => test.close());

describe('an export', () => {
  it('that breaks off is no whole file in any format, and is on record all the same', async () => {
    const broken = aRole(home, { members: [recruiter.actor.personId] });
    await storeRole(test, broken);
    const { standing } = aPerson(broken, { label: 'GGGGG', ...ratedThroughout(broken.form, [2, 2, 2]) });
    const many = Array.from({ length: 201 }, (_, index) => ({
      ...standing,
      applicantId: `${index}`.padStart(22, 'y') as typeof standing.applicantId,
      shuffleRank: index,
    }));
    await test.deps.stores.standings.insertMany(many);
    const { id: requisitionId } = broken.requisition;
    await test.connection
      .collection('standings')
      .updateOne({ requisitionId, shuffleRank: 200 }, { $set: { criteria: null } });
    const at = (format: string) =>
      `/requisitions/${requisitionId}/exports/file?rows=applicants&format=${format}`;
    for (const format of ['csv', 'json']) {
      await expect(recruiter.get(at(format)).then(({ status }) => status)).rejects.toThrow(/aborted|hang up/);
    }
    expect((await recruiter.get(at('xlsx'))).status).toBe(500);
    const events = await test.deps.stores.audit.listNewest(home, 100);
    const begun = events.filter(({ facts }) => facts['requisitionId'] === requisitionId);
    expect(begun.map(({ facts }) => facts['format']).sort()).toEqual(['csv', 'json']);
  });
});
