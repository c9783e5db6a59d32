import { describe, expect, it } from '@jest/globals';
import { archiveRequisition, openTasks } from '../../../src/core/requisition/archive-requisition.ts';
import { closeRequisition } from '../../../src/core/requisition/close-requisition.ts';
import { renameRequisition } from '../../../src/core/requisition/rename-requisition.ts';
import { reopenRequisition } from '../../../src/core/requisition/reopen-requisition.ts';
import type { Requisition } from '../../../src/core/requisition/requisition.ts';
import { aDraft } from './a-role.ts';
import { NO_WORK, NOW, STEPS, take, type Step } from './a-life.ts';

const inState = (state: Requisition['state']): Requisition =>
  Object.freeze(aDraft({ state, ...(state === 'closed' || state === 'archived' ? { closedAt: NOW } : {}) }));

describe('a step in the life of a role', () => {
  it.each<[Requisition['state'], Step, string, Requisition['state']]>([
    ['draft', 'open', 'opened', 'open'],
    ['draft', 'close', 'not-open', 'draft'],
    ['draft', 'reopen', 'not-closed', 'draft'],
    ['draft', 'archive', 'not-closed', 'draft'],
    ['draft', 'rename', 'renamed', 'draft'],
    ['open', 'open', 'open-already', 'open'],
    ['open', 'close', 'closed', 'closed'],
    ['open', 'reopen', 'not-closed', 'open'],
    ['open', 'archive', 'not-closed', 'open'],
    ['open', 'rename', 'renamed', 'open'],
    ['closed', 'open', 'open-already', 'closed'],
    ['closed', 'close', 'not-open', 'closed'],
    ['closed', 'reopen', 'reopened', 'open'],
    ['closed', 'archive', 'archived', 'archived'],
    ['closed', 'rename', 'closed', 'closed'],
    ['archived', 'open', 'open-already', 'archived'],
    ['archived', 'close', 'not-open', 'archived'],
    ['archived', 'reopen', 'not-closed', 'archived'],
    ['archived', 'archive', 'not-closed', 'archived'],
    ['archived', 'rename', 'closed', 'archived'],
  ])('from %s: %s answers %s and leaves the role %s', (state, step, kind, after) => {
    const role = inState(state);
    expect(STEPS[step](role).kind).toBe(kind);
    expect(take(role, step).state).toBe(after);
  });

  it('never leads out of the archive or back to a draft, and knows when a role was closed, in any order', () => {
    const steps = Object.keys(STEPS) as Step[];
    let paths: Requisition[][] = [[aDraft()]];
    for (let length = 0; length < 6; length += 1) {
      paths = paths.flatMap((path) => steps.map((step) => [...path, take(path.at(-1) ?? aDraft(), step)]));
    }
    expect(paths).toHaveLength(5 ** 6);
    expect(paths.filter((path) => !staysWithin(path))).toEqual([]);
    expect(paths.some((path) => path.at(-1)?.state === 'archived')).toBe(true);
  });
});

function staysWithin(path: readonly Requisition[]): boolean {
  return path.every(({ state, closedAt, eraseAt }, index) => {
    const before = path[index - 1]?.state ?? 'draft';
    const open = state === 'draft' || state === 'open';
    const back = (before === 'archived' && state !== 'archived') || (before !== 'draft' && state === 'draft');
    return !back && (closedAt === null) === open && (eraseAt === null) === open;
  });
}

describe('closing a role', () => {
  it('records the moment and plans when its applicants are erased', () => {
    const outcome = closeRequisition(aDraft({ state: 'open' }), NOW);
    expect(outcome).toEqual({
      kind: 'closed',
      changes: { state: 'closed', closedAt: NOW, eraseAt: new Date('2027-05-03T00:00:00Z') },
    });
  });

  it('plans nothing where applicants are kept until somebody erases them', () => {
    const retention = { kind: 'by-hand', reason: 'A court has asked for it.' } as const;
    expect(closeRequisition(aDraft({ state: 'open', retention }), NOW)).toMatchObject({
      changes: { eraseAt: null },
    });
  });
});

describe('reopening a role', () => {
  const closed = aDraft({ state: 'closed', closedAt: NOW, eraseAt: NOW });

  it('takes the plan of erasing back', () => {
    expect(reopenRequisition(closed)).toEqual({
      kind: 'reopened',
      changes: { state: 'open', closedAt: null, eraseAt: null, eraseBegunAt: null },
    });
  });

  it('is refused while applicants are being erased, and possible when that is done', () => {
    expect(reopenRequisition({ ...closed, eraseBegunAt: NOW }).kind).toBe('being-erased');
    expect(reopenRequisition({ ...closed, eraseBegunAt: NOW, eraseAt: null }).kind).toBe('reopened');
  });
});

describe('archiving a role', () => {
  it.each([
    ['an attempt is under way', { ...NO_WORK, attempts: 1 }],
    ['an attempt waits for its rating to begin', { ...NO_WORK, ratingStarts: 1 }],
    ['a response is not rated to the end', { ...NO_WORK, tasks: 1 }],
  ])('is refused while %s', (_, work) => {
    expect(archiveRequisition(inState('closed'), work)).toEqual({ kind: 'work-open' });
  });

  it('counts every response that is not resolved as open', () => {
    expect(openTasks({ unallocated: 1, rating: 20, third: 300, lead: 4000, resolved: 50_000 })).toBe(4321);
  });
});

describe('renaming a role', () => {
  it('changes the title only, and nothing where it is the same', () => {
    const role = inState('open');
    expect(renameRequisition(role, 'Gate agent')).toEqual({
      kind: 'renamed',
      changes: { title: 'Gate agent' },
    });
    expect(renameRequisition(role, role.title)).toEqual({ kind: 'same-title' });
  });
});
