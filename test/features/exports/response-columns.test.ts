import { describe, expect, it } from '@jest/globals';
import type { Attempt } from '../../../src/core/attempt/attempt.ts';
import type { Form } from '../../../src/core/form/form.ts';
import type { Item, JudgmentItem } from '../../../src/core/item/item.ts';
import type { ResponseValue } from '../../../src/core/item/response-value.ts';
import type { ItemId, OptionId, OrganisationId } from '../../../src/core/kernel/ids.ts';
import { currentIntake, type Requisition } from '../../../src/core/requisition/requisition.ts';
import type { Standing } from '../../../src/core/scoring/standing.ts';
import { criteriaPrecision } from '../../../src/core/scoring/column-precision.ts';
import { responseColumns, responseRows } from '../../../src/features/exports/response-columns.ts';
import { aPerson, aRole, ratedThroughout } from '../applicant-comparison/a-role.ts';

const role = aRole('home' as OrganisationId);
const { standing } = aPerson(role, { label: 'AAAAA', ...ratedThroughout(role.form, [4, 3, 5]) });

const option = (id: string) => ({ id: id as OptionId, text: `Option ${id}` });
const situation = <Kind extends JudgmentItem['kind']>(kind: Kind) => ({
  ...{
    kind,
    id: kind as string as ItemId,
    title: `By ${kind}`,
    situation: 'So it is.',
    question: 'What now?',
  },
  options: ['a', 'b', 'c', 'd'].map(option),
});
const items: readonly Item[] = [
  ...[situation('rate-options'), situation('best-worst'), situation('pick-one'), situation('rank-options')],
  ...role.form.items.filter(({ kind }) => kind === 'written-response').slice(0, 1),
];
const form: Form = { ...role.form, items };
const written = items.at(-1)?.id ?? '';

interface Reader {
  readonly requisition?: Partial<Requisition>;
  readonly keyStatus?: 'author' | 'panel';
  readonly owner?: boolean;
}

const RAWS = { 'rate-options': -0.25, 'best-worst': 1, 'pick-one': 0.75 } as const;

/** Rows by item, as they would stand in the file. */
function rowsFor(values: Readonly<Record<string, ResponseValue>>, reader: Reader = {}) {
  const read: Standing = {
    ...standing,
    judgment: { ...standing.judgment, keyStatus: reader.keyStatus ?? 'author' },
  };
  const attemptId = read.attemptId;
  if (attemptId === null) throw new Error('nothing was handed in');
  const setting = {
    ...{ ...role, form, intake: currentIntake(role.requisition), constants: null },
    requisition: { ...role.requisition, ...reader.requisition },
    precision: { judgment: null, written: null, ...criteriaPrecision({ criteria: [], analysis: null }) },
    seesKey: reader.owner ?? false,
  };
  const responses = Object.fromEntries(
    Object.entries(values).map(([id, value]) => [id, { value }]),
  ) as unknown as Attempt['responses'];
  const columns = responseColumns(setting);
  const rows = responseRows(setting, {
    ...{ standings: [read], tasks: [], responses: new Map([[attemptId, responses]]) },
    results: new Map([[attemptId, Object.entries(RAWS).map(([id, raw]) => ({ itemId: id as ItemId, raw }))]]),
  });
  return new Map(
    rows.map((row) => [
      row.item.id as string,
      Object.fromEntries(columns.map(({ name, of }) => [name, of(row)])),
    ]),
  );
}

const [a, b, c, d] = ['a', 'b', 'c', 'd'] as OptionId[] as [OptionId, OptionId, OptionId, OptionId];
const WHOLE: Readonly<Record<string, ResponseValue>> = {
  'rate-options': { kind: 'rate-options', ratings: { [d]: 1, [a]: 5, [b]: 2, [c]: 7 } },
  'best-worst': { kind: 'best-worst', best: c, worst: a },
  'pick-one': { kind: 'pick-one', pick: b },
  'rank-options': { kind: 'rank-options', order: [c, a, d, b], confirmed: true },
  [written]: { kind: 'written-response', a: 'First.', b: 'Then.' },
};

describe('the file of responses', () => {
  it('has what was chosen in a situation of every kind, and what was written', () => {
    const rows = rowsFor(WHOLE);
    const choices = [...rows.values()].map(({ kind, state, choice }) => [kind, state, choice]);
    expect(choices).toEqual([
      ['rate-options', 'answered', 'a=5 b=2 c=7 d=1'],
      ['best-worst', 'answered', 'best=c worst=a'],
      ['pick-one', 'answered', 'b'],
      ['rank-options', 'answered', 'c a d b'],
      ['written-response', 'answered', null],
    ]);
    expect(rows.get(written)).toMatchObject({ first: 'First.', then: 'Then.', key_status: null });
    expect(rows.get('pick-one')).toMatchObject({ first: null, then: null, key_status: 'author' });
  });

  it('says how far somebody got, and takes an untouched order for no choice', () => {
    const rows = rowsFor({
      'rate-options': { kind: 'rate-options', ratings: { [b]: 3 } },
      'best-worst': { kind: 'best-worst', best: null, worst: d },
      'rank-options': { kind: 'rank-options', order: [a, b, c, d], confirmed: false },
    });
    expect([...rows.values()].map(({ state, choice }) => [state, choice])).toEqual([
      ['partial', 'b=3'],
      ['partial', 'worst=d'],
      ['empty', null],
      ['empty', null],
      ['empty', null],
    ]);
  });

  it('keeps the result of a situation back where Judgment is kept back, also from an owner', () => {
    for (const { kind, result, result_missing: missing } of rowsFor(WHOLE, { owner: true }).values()) {
      expect([kind, result, missing]).toEqual([kind, null, kind === 'written-response' ? null : 'kept-back']);
    }
  });

  it('lets nobody but an owner read results, which beside the choices would tell the key', () => {
    for (const reader of [{ requisition: { simulated: true } }, { keyStatus: 'panel' }] as const) {
      const others = [...rowsFor(WHOLE, reader).values()].slice(0, 4);
      expect(others.map(({ result, result_missing: missing }) => [result, missing])).toEqual(
        Array.from({ length: 4 }, () => [null, 'tells-the-key']),
      );
      const owners = [...rowsFor(WHOLE, { ...reader, owner: true }).values()];
      expect(owners.map(({ result, result_missing: missing }) => [result, missing])).toEqual([
        [-0.25, null],
        [1, null],
        [0.75, null],
        [null, 'not-scored'],
        [null, null],
      ]);
    }
  });
});
