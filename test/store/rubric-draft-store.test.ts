import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { IntakeId, OrganisationId, PersonId, RubricVersionId } from '../../src/core/kernel/ids.ts';
import type { Publication } from '../../src/core/rubric/rubric-draft.ts';
import { newId } from '../../src/ops/secrets.ts';
import type { Connection } from '../../src/store/connection.ts';
import { buildIndexes } from '../../src/store/indexes.ts';
import { createRubricDraftStore } from '../../src/store/rubric-draft-store.ts';
import { aRubric } from '../core/rubric/a-rubric.ts';
import { aRequisition } from '../support/builders.ts';
import { testConnection } from '../support/test-app.ts';

let connection: Connection;
let store: ReturnType<typeof createRubricDraftStore>;
const organisationId = newId<OrganisationId>();
const now = new Date('2026-03-01T00:00:00Z');

beforeAll(async () => {
  connection = await testConnection();
  store = createRubricDraftStore(connection);
  await buildIndexes(connection);
});
afterAll(async () => {
  await connection.dropDatabase();
  await connection.close();
});

const draft = {
  content: aRubric(),
  basedOn: newId<RubricVersionId>(),
  changedBy: newId<PersonId>(),
  changedAt: now,
};

const aPublication = (over: Partial<Publication>): Publication => ({
  versionId: newId<RubricVersionId>(),
  number: 2,
  content: aRubric(),
  basedOn: draft.basedOn,
  intakeId: newId<IntakeId>(),
  scope: 'everybody',
  reason: 'Because.',
  by: draft.changedBy,
  at: now,
  state: 'waiting',
  dueAt: null,
  approval: null,
  walkedTo: '',
  ...over,
});

const aRole = () => aRequisition(organisationId);

describe('the draft of a rubric', () => {
  it('is saved by one of two people who began it at the same time', async () => {
    const role = aRole();
    const seen = await store.get(role);
    expect(seen).toMatchObject({ id: role.rubricId, requisitionId: role.id, draft: null, rev: 0 });
    const outcomes = await Promise.all([1, 2].map(() => store.change(seen, { draft }, [])));
    expect(outcomes.sort()).toEqual(['changed', 'changed-meanwhile']);
    expect(await store.get(role)).toEqual({ ...seen, draft, rev: 1 });
  });

  it('is never overwritten by somebody who saw an older one', async () => {
    const role = aRole();
    await store.change(await store.get(role), { draft }, []);
    const seen = await store.get(role);
    const other = { ...draft, changedBy: newId<PersonId>() };
    expect(await store.change(seen, { draft: other }, [])).toBe('changed');
    expect(await store.change(seen, { draft: null }, [])).toBe('changed-meanwhile');
    expect((await store.get(role)).draft).toEqual(other);
  });

  it('is not seen from another organisation', async () => {
    const role = aRole();
    await store.change(await store.get(role), { draft }, []);
    const elsewhere = { ...role, organisationId: newId<OrganisationId>() };
    expect((await store.get(elsewhere)).draft).toBeNull();
  });
});

describe('a change under way', () => {
  it('is listed while it waits, and to go on with once it is approved or its time has come', async () => {
    const later = new Date(now.getTime() + 1000);
    const roles = [
      aPublication({}),
      aPublication({ dueAt: now }),
      aPublication({ dueAt: later }),
      aPublication({ state: 'adopting' }),
    ].map((publication) => ({ role: aRole(), publication }));
    for (const { role, publication } of roles) await store.change(await store.get(role), { publication }, []);
    const waiting = await store.listWaiting(organisationId, 10);
    expect(waiting).toHaveLength(3);
    expect(await store.listWaiting(newId<OrganisationId>(), 10)).toEqual([]);
    const underWay = await store.listUnderWay(now, '', 10);
    expect(new Set(underWay.map(({ requisitionId }) => requisitionId))).toEqual(
      new Set([roles[1]?.role.id, roles[3]?.role.id]),
    );
    // One by one, each after the last.
    const [first] = await store.listUnderWay(now, '', 1);
    const rest = await store.listUnderWay(now, first?.id ?? '', 1);
    expect([first, ...rest]).toEqual(underWay);
    expect(await store.listUnderWay(now, rest[0]?.id ?? '', 1)).toEqual([]);
  });
});
