import { createHash } from 'node:crypto';
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { IntakeId, PersonId, RubricVersionId } from '../../../src/core/kernel/ids.ts';
import { classifyChange } from '../../../src/core/rubric/classify-change.ts';
import { listDifferences } from '../../../src/core/rubric/list-differences.ts';
import { nextVersion } from '../../../src/core/rubric/next-version.ts';
import { aCriterion, aRubric } from './a-rubric.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const rubric = { id: 'rubric', organisationId: 'organisation', requisitionId: 'role' } as never;

const content = fc
  .record({
    weight: fc.integer({ min: 0, max: 100 }),
    anchor: fc.string({ maxLength: 20 }),
    label: fc.string({ maxLength: 10 }),
    turned: fc.boolean(),
  })
  .map(({ weight, anchor, label, turned }) => {
    const empathy = aCriterion('empathy', weight);
    const levels = empathy.levels.map((one) => (one.level === 3 ? { ...one, anchor } : one));
    const criteria = [{ ...empathy, label, levels }, aCriterion('communication', 100 - weight)];
    return aRubric({ criteria: turned ? criteria.toReversed() : criteria });
  });

it('publishing the same content twice changes nothing that scores or tasks go by', () => {
  fc.assert(
    fc.property(content, content, (one, other) => {
      const publish = (versionId: string, number: number, wanted: typeof one) =>
        nextVersion(
          rubric,
          {
            versionId: versionId as RubricVersionId,
            number,
            content: structuredClone(wanted),
            basedOn: 'v0' as RubricVersionId,
            intakeId: 'intake' as IntakeId,
            scope: 'everybody',
            reason: `reason ${number}`,
            by: 'lead' as PersonId,
            at: new Date(number),
            state: 'adopting',
            dueAt: null,
            approval: { kind: 'not-needed' },
            walkedTo: '',
          },
          sha256,
        );
      const [first, second, different] = [
        publish('v1', 1, one),
        publish('v2', 2, one),
        publish('v3', 3, other),
      ];
      expect(classifyChange(first, second).kind).toBe('none');
      expect(listDifferences(first, second)).toEqual([]);
      const hashes = ({ contentHash, structureHash, anchorHash }: typeof first) => ({
        contentHash,
        structureHash,
        anchorHash,
      });
      expect(hashes(second)).toEqual(hashes(first));
      expect(first.contentHash === different.contentHash).toBe(
        classifyChange(first, different).kind === 'none',
      );
    }),
  );
});
