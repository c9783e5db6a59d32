import { describe, expect, it } from '@jest/globals';
import type { CriterionId } from '../../../src/core/kernel/ids.ts';
import { checkReadiness } from '../../../src/core/requisition/check-readiness.ts';
import { openRequisition } from '../../../src/core/requisition/open-requisition.ts';
import type { JobTask, Requisition } from '../../../src/core/requisition/requisition.ts';
import { aDraft, aPerson } from './a-role.ts';

const criteria = ['empathy', 'clarity'].map((id) => ({ id: id as CriterionId, label: `The ${id}` }));
const task = (...needed: string[]): JobTask => ({
  text: `Task for ${needed.join()}`,
  often: 'daily',
  criteria: needed as CriterionId[],
});
const [intake] = aDraft().intakes;
const ready: Partial<Requisition> = {
  tasks: [task('empathy'), task('clarity')],
  confirmation: { by: 'R. Diaz, head of the desk', at: new Date() },
  intakes: intake === undefined ? [] : [{ ...intake, places: 4 }],
  members: ['rec', 'lead'] as unknown as Requisition['members'],
};
const team = [
  aPerson('rec', ['recruiter']),
  aPerson('lead', ['hiring-manager']),
  aPerson('r1', ['rater']),
  aPerson('r2', ['rater']),
];
const check = (over: Partial<Requisition>, people = team) =>
  checkReadiness({ requisition: aDraft({ ...ready, ...over }), criteria, people });

describe('a role that is set up', () => {
  it('misses nothing and needs no advice', () => {
    expect(check({})).toEqual({ missing: [], advice: [] });
  });
});

describe('a new draft', () => {
  it('misses its tasks and its places', () => {
    const { missing } = checkReadiness({ requisition: aDraft(), criteria, people: team });
    expect(missing).toEqual([{ kind: 'no-tasks' }, { kind: 'no-places' }]);
  });
});

describe('readiness', () => {
  it('misses a task for every criterion that no task needs, because its weight would rest on nothing', () => {
    expect(check({ tasks: [task('empathy')] }).missing).toEqual([
      { kind: 'criterion-without-task', criterion: 'The clarity' },
    ]);
  });

  it('misses the confirmation of the job analysis', () => {
    expect(check({ confirmation: null }).missing).toEqual([{ kind: 'not-confirmed' }]);
  });

  it.each([
    ['is no member', [aPerson('rec', ['interviewer']), ...team.slice(1)]],
    ['was deactivated', [aPerson('rec', ['recruiter'], 'deactivated'), ...team.slice(1)]],
  ])('misses a recruiter where the only one %s', (_title, people) => {
    expect(check({}, people).missing).toEqual([{ kind: 'no-recruiter' }]);
  });

  it('advises a lead where no member is a hiring manager', () => {
    expect(
      check(
        {},
        team.filter(({ id }) => String(id) !== 'lead'),
      ).advice,
    ).toEqual([{ kind: 'no-lead' }]);
  });

  it.each([
    ['there is only one', team.filter(({ id }) => String(id) !== 'r2')],
    ['one of two has not joined yet', [...team.slice(0, 3), aPerson('r2', ['rater'], 'invited')]],
    ['one of two is a member', [...team.slice(0, 3), aPerson('lead', ['rater', 'hiring-manager'])]],
  ])('advises more raters where %s', (_title, people) => {
    expect(check({}, people).advice).toContainEqual({ kind: 'too-few-raters', raters: 1 });
  });
});

describe('opening a role', () => {
  const now = new Date('2026-03-02T09:00:00Z');

  it('begins its intake now', () => {
    const outcome = openRequisition(aDraft(ready), check({}), now);
    expect(outcome).toMatchObject({
      kind: 'opened',
      changes: { state: 'open', intakes: [{ opensAt: now, places: 4 }] },
    });
  });

  it('is refused while something is missing', () => {
    expect(openRequisition(aDraft(ready), check({ confirmation: null }), now)).toEqual({ kind: 'not-ready' });
  });

  it('happens once', () => {
    expect(openRequisition(aDraft({ ...ready, state: 'open' }), check({}), now)).toEqual({
      kind: 'open-already',
    });
  });

  it('is not held up by advice', () => {
    const readiness = check({}, team.slice(0, 2));
    expect(readiness.advice).not.toEqual([]);
    expect(openRequisition(aDraft(ready), readiness, now).kind).toBe('opened');
  });
});
