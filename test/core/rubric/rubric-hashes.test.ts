import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { ItemId } from '../../../src/core/kernel/ids.ts';
import type { Criterion } from '../../../src/core/rubric/rubric.ts';
import { rubricHashes } from '../../../src/core/rubric/rubric-hashes.ts';
import { aRubric } from './a-rubric.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const plain = rubricHashes(aRubric(), sha256);
const changed = (change: (criterion: Criterion) => Criterion) =>
  rubricHashes(aRubric({ criteria: aRubric().criteria.map(change) }), sha256);
const changedLevel = (parts: Partial<Criterion['levels'][number]>) =>
  changed((criterion) => ({
    ...criterion,
    levels: criterion.levels.map((level) => (level.level === 3 ? { ...level, ...parts } : level)),
  }));

describe('hashes of a rubric', () => {
  it('are the same for the same content, however its objects were built', () => {
    const rebuilt = aRubric().criteria.map((criterion) =>
      Object.fromEntries(Object.entries(criterion).reverse()),
    );
    expect(rubricHashes(aRubric({ criteria: rebuilt as unknown as Criterion[] }), sha256)).toEqual(plain);
    expect(plain.contentHash).toMatch(/^[0-9a-f]{64}$/);
  });
  it('keep structure and anchors when weights, order, labels or examples change', () => {
    const example = { id: 'e1', itemId: 'p1' as ItemId, a: 'a', b: 'b', levels: {} };
    for (const after of [
      changed((criterion) => ({ ...criterion, weight: 50 })),
      changed((criterion) => ({ ...criterion, label: `${criterion.label}!` })),
      changedLevel({ label: 'Other' }),
      changedLevel({ example: 'Other' }),
      rubricHashes(aRubric({ criteria: [...aRubric().criteria].reverse() }), sha256),
      rubricHashes(aRubric({ examples: [example] }), sha256),
    ]) {
      expect(after.contentHash).not.toBe(plain.contentHash);
      expect(after.structureHash).toBe(plain.structureHash);
      expect(after.anchorHash).toBe(plain.anchorHash);
    }
  });
  it('change the anchors with one word of an anchor or a definition, and keep the structure', () => {
    for (const after of [
      changedLevel({ anchor: 'Another sentence.' }),
      changed((criterion) => ({ ...criterion, definition: 'Another meaning.' })),
    ]) {
      expect(after.anchorHash).not.toBe(plain.anchorHash);
      expect(after.structureHash).toBe(plain.structureHash);
    }
  });
  it('change the structure with a criterion', () => {
    const fewer = rubricHashes(aRubric({ criteria: aRubric().criteria.slice(0, 1) }), sha256);
    expect(fewer.structureHash).not.toBe(plain.structureHash);
    expect(fewer.anchorHash).not.toBe(plain.anchorHash);
  });
});
