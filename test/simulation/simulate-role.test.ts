import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OrganisationId, PersonId } from '../../src/core/kernel/ids.ts';
import { currentIntake, type Requisition } from '../../src/core/requisition/requisition.ts';
import type { Standing } from '../../src/core/scoring/standing.ts';
import { refreshStanding } from '../../src/features/scoring/refresh-standing.ts';
import { newId } from '../../src/ops/secrets.ts';
import { simulateRole } from '../../src/simulation/simulate-role.ts';
import { startSimulatedProduct, type SimulatedProduct } from './simulated-product.ts';

const WANTED = { applicants: 30, evidence: 12, seed: 'store' };
const silent = () => undefined;

describe('simulateRole', () => {
  let product: SimulatedProduct;
  let requisition: Requisition;
  const organisationId = newId<OrganisationId>();
  const recruiterId = newId<PersonId>();
  const told: number[] = [];

  beforeAll(async () => {
    product = await startSimulatedProduct();
    const { deps, keys } = product;
    expect(await simulateRole(deps, keys, WANTED, silent)).toEqual({ kind: 'no-organisation' });
    const about = { name: 'Harbour Line', contactName: 'The team', contactEmail: 'team@example.org' };
    await deps.stores.organisations.insertFirst({ id: organisationId, ...about }, deps.clock());
    expect(await simulateRole(deps, keys, WANTED, silent)).toEqual({ kind: 'no-recruiter' });
    const account = { name: 'Ruben', email: 'ruben@example.org', passwordHash: 'none' };
    await deps.stores.people.insert(
      { id: recruiterId, organisationId, roles: ['recruiter'], ...account },
      [],
    );
    const outcome = await simulateRole(deps, keys, WANTED, (stored) => told.push(stored));
    if (outcome.kind !== 'simulated') throw new Error(outcome.kind);
    requisition = outcome.requisition;
  });
  afterAll(() => product.close());

  const standings = () => {
    const { id: intakeId, rubricVersionId } = currentIntake(requisition);
    const list = { organisationId, requisitionId: requisition.id, intakeId, rubricVersionId };
    return product.deps.stores.standings.list(list, 100, null);
  };
  const isKept = async ({ applicantId }: Standing) =>
    (await product.deps.stores.attempts.findByApplicant(organisationId, requisition.id, applicantId)) !==
    null;

  it('makes an open role that is simulated for ever, for those who recruit', () => {
    expect(requisition).toMatchObject({ simulated: true, state: 'open', members: [recruiterId] });
    expect(told.at(-1)).toBe(30);
  });

  it('stores everybody, and the evidence of as many as were asked for', async () => {
    const rows = await standings();
    expect(rows).toHaveLength(30);
    const kept = await Promise.all(rows.map(isKept));
    expect(kept.filter(Boolean)).toHaveLength(12);
  });

  it('holds what the product itself would compute from the stored responses and ratings', async () => {
    const { clock, logger, stores } = product.deps;
    const scoring = { clock, logger, stores, keyVersions: product.keys.keyVersions };
    for (const standing of await standings()) {
      if (!(await isKept(standing))) continue;
      await refreshStanding(scoring, standing);
      const { applicantId, rubricVersionId } = standing;
      const again = await stores.standings.find(organisationId, requisition.id, applicantId, rubricVersionId);
      expect(again).toEqual(standing);
    }
  });

  it('keeps a copy of every rating that was handed in', async () => {
    const { ratingTasks, ratings } = product.deps.stores;
    const tasks = await ratingTasks.listInState(organisationId, requisition.id, ['resolved'], 100);
    expect(tasks.length).toBeGreaterThan(30);
    for (const task of tasks) {
      const copies = await ratings.listOfTask(organisationId, requisition.id, task.id);
      expect(copies.map(({ judgement }) => judgement)).toEqual(task.slots.map(({ judgement }) => judgement));
    }
  });

  it('lets nobody real stand for a simulated rating', async () => {
    const people = await product.deps.stores.people.list(organisationId);
    const raters = people.filter(({ roles }) => roles.includes('rater'));
    expect(raters).toHaveLength(6);
    for (const { name, state } of raters) {
      expect(name).toMatch(/^Simulated rater \d$/);
      expect(state).toBe('deactivated');
    }
  });

  it('uses the same simulated raters for the next role', async () => {
    await simulateRole(product.deps, product.keys, { ...WANTED, applicants: 2, evidence: 2 }, silent);
    const people = await product.deps.stores.people.list(organisationId);
    expect(people).toHaveLength(7);
  });
});
