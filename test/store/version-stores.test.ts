import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  ApplicantId,
  AttemptId,
  FormVersionId,
  ItemId,
  KeyVersionId,
  OrganisationId,
  PersonId,
  RatingTaskId,
  RequisitionId,
  RubricId,
  RubricVersionId,
} from '../../src/core/kernel/ids.ts';
import { judgmentScore } from '../../src/core/scoring/judgment-score.ts';
import { newId } from '../../src/ops/secrets.ts';
import type { Connection } from '../../src/store/connection.ts';
import { buildIndexes } from '../../src/store/indexes.ts';
import { createKeyVersionStore } from '../../src/store/key-version-store.ts';
import { createRatingStore } from '../../src/store/rating-store.ts';
import { createRubricStore } from '../../src/store/rubric-store.ts';
import { createScoreStore } from '../../src/store/score-store.ts';
import { judged } from '../core/rating/a-rating-task.ts';
import { aRubric } from '../core/rubric/a-rubric.ts';
import { aForm, aKey } from '../core/scoring/a-form.ts';
import { testConnection } from '../support/test-app.ts';

const organisationId = 'organisation' as OrganisationId;
const requisitionId = 'requisition' as RequisitionId;
const elsewhere = 'elsewhere' as OrganisationId;
const at = new Date('2026-03-02T10:00:00Z');

let connection: Connection;
beforeAll(async () => {
  connection = await testConnection();
  for (const create of [createKeyVersionStore, createRatingStore, createRubricStore, createScoreStore]) {
    create(connection);
  }
  await buildIndexes(connection);
});
afterAll(async () => {
  await connection.dropDatabase();
  await connection.close();
});

describe('a key version', () => {
  const id = 'key' as KeyVersionId;
  const key = aKey({ s1: { dimension: 'empathy', values: { x: 6 } } });

  it('stays as it was adopted and is another organisation’s secret', async () => {
    const store = createKeyVersionStore(connection);
    await store.insert({ id, organisationId, key, adoptedAt: at });
    await store.insert({ id, organisationId, key: { ...key, status: 'panel' }, adoptedAt: at });
    expect(await store.get(organisationId, id)).toEqual(key);
    expect(await store.get(organisationId, id)).toEqual(key);
    await expect(store.get(elsewhere, id)).rejects.toThrow('is not in the store');
  });
});

describe('a rubric version', () => {
  const version = {
    ...aRubric(),
    id: newId<RubricVersionId>(),
    organisationId,
    requisitionId,
    rubricId: 'rubric' as RubricId,
    number: 1,
    contentHash: 'c',
    structureHash: 's',
    anchorHash: 'a',
    reason: 'first',
    publishedBy: 'lead' as PersonId,
    publishedAt: at,
  };

  it('comes back as it was published; a number is given once', async () => {
    const store = createRubricStore(connection);
    expect(await store.insertVersion(version, [])).toBe('inserted');
    expect(await store.insertVersion({ ...version, id: newId(), reason: 'other' }, [])).toBe('number-taken');
    expect(await store.getVersion(organisationId, version.id)).toEqual(version);
    await expect(store.getVersion(elsewhere, version.id)).rejects.toThrow('is not in the store');
  });
});

describe('a score', () => {
  const sources = {
    organisationId,
    requisitionId,
    attemptId: 'attempt' as AttemptId,
    formVersionId: 'form' as FormVersionId,
    keyVersionId: 'key' as KeyVersionId,
    engine: 'judgment-1',
    evidenceHash: 'hash',
  };
  const result = judgmentScore({ form: aForm([]), key: aKey({}), responses: {} });
  const score = { ...sources, id: newId(), applicantId: 'applicant' as ApplicantId, result, computedAt: at };

  it('is stored once for the same sources and beside others for other ones', async () => {
    const store = createScoreStore(connection);
    expect(await store.find(sources)).toBeNull();
    await store.insert(score);
    await store.insert({ ...score, id: newId(), computedAt: new Date() });
    expect(await store.find(sources)).toEqual(score);
    expect(await store.find({ ...sources, keyVersionId: 'panel' as KeyVersionId })).toBeNull();
  });
});

describe('a rating', () => {
  const rating = {
    organisationId,
    requisitionId,
    applicantId: 'applicant' as ApplicantId,
    attemptId: 'attempt' as AttemptId,
    itemId: 'p1' as ItemId,
    anchorHash: 'a',
    taskId: newId<RatingTaskId>(),
    slot: 0,
    raterId: 'rater' as PersonId,
    judgement: judged(2, 3),
    handedInAt: at,
  };

  it('is copied once for each slot, and the first copy stays', async () => {
    const store = createRatingStore(connection);
    await store.insert(rating);
    await store.insert({ ...rating, judgement: judged(5, 5) });
    await store.insert({ ...rating, slot: 1, judgement: judged(4, 4) });
    const copies = await store.listOfTask(organisationId, requisitionId, rating.taskId);
    expect(copies).toEqual([rating, { ...rating, slot: 1, judgement: judged(4, 4) }]);
  });
});
