import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ResponseValue } from '../../../src/core/item/response-value.ts';
import { judgmentScore } from '../../../src/core/scoring/judgment-score.ts';
import { referenceCase } from '../../reference/reference-case.ts';
import { aForm, aKey, bestWorstItem, picks, prompt, rateItem, ratings } from './a-form.ts';

const responsesOf = (values: Readonly<Record<string, ResponseValue>>) =>
  Object.fromEntries(Object.entries(values).map(([id, value]) => [id, { value }]));

const OPTIONS = ['w', 'x', 'y', 'z'];
/** Three situations of four options each; the key of the published cases in their order. */
const KEY = [5.8, 1.6, 5.1, 2.4, 6.2, 2.1, 4.9, 1.3, 5.2, 1.9, 6, 3.4];
const RATINGS = [6, 2, 5, 1, 7, 3, 4, 2, 6, 1, 5, 3];
const fourOf = (values: readonly number[], index: number) =>
  Object.fromEntries(OPTIONS.map((name, at) => [name, values[index * 4 + at] ?? 0]));

const form = aForm(['s1', 's2', 's3'].map((id) => rateItem(id, OPTIONS)));
const key = aKey({
  s1: { dimension: 'empathy', values: fourOf(KEY, 0) },
  s2: { dimension: 'communication', values: fourOf(KEY, 1) },
  s3: { dimension: 'communication', values: fourOf(KEY, 2) },
});
const rated = (values: readonly number[]) =>
  responsesOf({
    s1: ratings(fourOf(values, 0)),
    s2: ratings(fourOf(values, 1)),
    s3: ratings(fourOf(values, 2)),
  });

describe('Judgment by shape', () => {
  it('standardises over all options of the form and shows 50(1 + r) (sjt.rate_shape)', () => {
    const { expected, near } = referenceCase<unknown, Record<'r' | 'score_0_100', number>>('sjt.rate_shape');
    const result = judgmentScore({ form, key, responses: rated(RATINGS) });
    near(result.raw, expected.r);
    near(result.score.value, expected.score_0_100);
    expect(result).toMatchObject({ method: 'shape', answered: 3, asked: 3 });
  });

  it('splits into dimensions whose pieces add up to the whole exactly (sjt.rate_shape_dimensions)', () => {
    const { input, expected, near } = referenceCase<
      { dimension: readonly string[] },
      Record<'empathy' | 'communication' | 'adaptability' | 'r', number>
    >('sjt.rate_shape_dimensions');
    const sizes = { empathy: 5, communication: 4, adaptability: 3 };
    let start = 0;
    const groups = Object.entries(sizes).map(([dimension, size]) => {
      const columns = Array.from({ length: size }, (_, index) => start + index);
      start += size;
      return { dimension, columns };
    });
    expect(groups.flatMap(({ dimension, columns }) => columns.map(() => dimension))).toEqual(input.dimension);
    const result = judgmentScore({
      form: aForm(groups.map(({ dimension, columns }) => rateItem(dimension, columns.map(String)))),
      key: aKey(
        Object.fromEntries(
          groups.map(({ dimension, columns }) => [
            dimension,
            { dimension, values: Object.fromEntries(columns.map((column) => [column, KEY[column] ?? 0])) },
          ]),
        ),
      ),
      responses: responsesOf(
        Object.fromEntries(
          groups.map(({ dimension, columns }) => [
            dimension,
            ratings(Object.fromEntries(columns.map((column) => [column, RATINGS[column] ?? 0]))),
          ]),
        ),
      ),
    });
    for (const { dimension, raw } of result.dimensions) {
      near(raw, expected[dimension as 'empathy']);
    }
    const weighted = result.dimensions.reduce(
      (sum, { dimension, raw }) => sum + raw * sizes[dimension as 'empathy' as keyof typeof sizes],
      0,
    );
    expect(weighted / 12).toBeCloseTo(result.raw ?? NaN, 12);
  });

  it('gives every situation its own piece: minus the mean distance of its options', () => {
    const result = judgmentScore({ form, key, responses: rated(RATINGS) });
    expect(result.items.map(({ itemId }) => itemId)).toEqual(['s1', 's2', 's3']);
    const distance = result.items.reduce((sum, { raw }) => sum - raw, 0) / 3;
    expect(1 - distance / 2).toBeCloseTo(result.raw ?? NaN, 12);
  });

  it('is 100 for the key itself and 0, not less, for its mirror image', () => {
    expect(judgmentScore({ form, key, responses: rated(KEY) }).score.value).toBeCloseTo(100, 10);
    const mirrored = judgmentScore({ form, key, responses: rated(KEY.map((value) => 8 - value)) });
    expect(mirrored.raw).toBeCloseTo(-1, 10);
    expect(mirrored.score.value).toBeGreaterThanOrEqual(0);
    expect(mirrored.score.value).toBeCloseTo(0, 10);
  });

  it('ignores elevation and scatter of the rater (coaching to avoid extremes changes nothing)', () => {
    const plain = judgmentScore({ form, key, responses: rated(RATINGS) });
    const moderated = judgmentScore({ form, key, responses: rated(RATINGS.map((value) => 2 + value / 2)) });
    expect(moderated.raw).toBeCloseTo(plain.raw ?? NaN, 12);
  });

  it('uses the rated options of a half-rated situation, which does not count as answered', () => {
    const responses = responsesOf({
      s1: ratings(fourOf(RATINGS, 0)),
      s2: ratings(fourOf(RATINGS, 1)),
      s3: ratings({ w: 6, x: 1 }),
    });
    const half = judgmentScore({ form, key, responses });
    const without = judgmentScore({
      form,
      key,
      responses: responsesOf({ s1: ratings(fourOf(RATINGS, 0)), s2: ratings(fourOf(RATINGS, 1)) }),
    });
    expect(half.answered).toBe(2);
    expect(half.raw).not.toBe(without.raw);
    expect(without.score.value).not.toBeNull();
  });

  it('has no score below 60 % of the situations, and one from 60 % on', () => {
    const five = aForm(['s1', 's2', 's3', 's4', 's5'].map((id) => rateItem(id, OPTIONS)));
    const allAlike = Object.fromEntries(
      ['s1', 's2', 's3', 's4', 's5'].map((id) => [id, { dimension: 'empathy', values: fourOf(KEY, 0) }]),
    );
    const answer = ratings(fourOf(RATINGS, 0));
    const scoreOf = (ids: readonly string[]) =>
      judgmentScore({
        form: five,
        key: aKey(allAlike),
        responses: responsesOf(Object.fromEntries(ids.map((id) => [id, answer]))),
      });
    expect(scoreOf(['s1', 's2'])).toMatchObject({
      score: { value: null, reason: 'too-few-answered' },
      raw: null,
      answered: 2,
      asked: 5,
    });
    expect(scoreOf(['s1', 's2', 's3']).score.value).not.toBeNull();
  });

  it('has no score for ratings that hardly spread: SD below 0.6', () => {
    const flat = [4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 6];
    expect(judgmentScore({ form, key, responses: rated(flat) }).score).toEqual({
      value: null,
      reason: 'flat-ratings',
    });
    const justEnough = [3, 5, 4, 4, 3, 5, 4, 4, 3, 5, 4, 4];
    expect(judgmentScore({ form, key, responses: rated(justEnough) }).score.value).not.toBeNull();
  });

  it('changes nothing in what it was given and gives the same again', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 12, maxLength: 12 }), (values) => {
        const responses = rated(values);
        const before = structuredClone(responses);
        const first = judgmentScore({ form, key, responses });
        expect(judgmentScore({ form, key, responses })).toEqual(first);
        expect(responses).toEqual(before);
        if (first.score.value !== null) {
          expect(first.score.value).toBeGreaterThanOrEqual(0);
          expect(first.score.value).toBeLessThanOrEqual(100);
        }
      }),
    );
  });

  it('stops where form and key do not belong together', () => {
    const without = aKey({ s1: { dimension: 'empathy', values: fourOf(KEY, 0) } });
    expect(() => judgmentScore({ form, key: without, responses: rated(RATINGS) })).toThrow('no item s2');
    const shorter = aKey({ s1: { dimension: 'empathy', values: { w: 1 } } });
    expect(() => judgmentScore({ form, key: shorter, responses: rated(RATINGS) })).toThrow('no option s1/x');
    const level = aKey(
      Object.fromEntries(
        ['s1', 's2', 's3'].map((id) => [
          id,
          { dimension: 'e', values: fourOf(Array(4).fill(4) as number[], 0) },
        ]),
      ),
    );
    expect(() => judgmentScore({ form, key: level, responses: rated(RATINGS) })).toThrow('same value');
  });
});

describe('Judgment by best and worst', () => {
  const { input, expected, near } = referenceCase<
    Record<'key_best' | 'key_worst' | 'best' | 'worst', readonly string[]>,
    { item_scores: readonly number[]; percent: number }
  >('sjt.best_worst_m2_p2');
  const ids = input.best.map((_, index) => `s${index}`);
  const pickForm = aForm(ids.map((id) => bestWorstItem(id, ['a', 'b', 'c', 'd'])));
  const values = (best: string, worst: string) =>
    Object.fromEntries(
      ['a', 'b', 'c', 'd'].map((name) => [name, name === best ? 6 : name === worst ? 2 : 4]),
    );
  const pickKey = aKey(
    Object.fromEntries(
      ids.map((id, index) => [
        id,
        { dimension: 'empathy', values: values(input.key_best[index] ?? '', input.key_worst[index] ?? '') },
      ]),
    ),
  );
  const answers = Object.fromEntries(
    ids.map((id, index) => [id, picks(input.best[index] ?? '', input.worst[index] ?? '')]),
  );

  it('gives −2 to +2 a situation and their mean on 0…100 (sjt.best_worst_m2_p2)', () => {
    const result = judgmentScore({ form: pickForm, key: pickKey, responses: responsesOf(answers) });
    expect(result.method).toBe('best-worst');
    expect(result.items.map(({ raw }) => raw)).toEqual(expected.item_scores);
    expect(result.dimensions).toEqual([{ dimension: 'empathy', raw: result.raw }]);
    near(result.score.value, expected.percent);
  });

  it('counts one option as best and worst, or a missing pick, as not answered (sjt.best_worst_same_option)', () => {
    const result = judgmentScore({
      form: pickForm,
      key: pickKey,
      responses: responsesOf({ ...answers, s0: picks('b', 'b'), s1: picks('a', null) }),
    });
    expect(result).toMatchObject({ answered: 3, asked: 5 });
    expect(result.items.map(({ itemId }) => itemId)).toEqual(['s2', 's3', 's4']);
  });

  it('averages over the answered situations only, from 60 % on', () => {
    const three = Object.fromEntries(Object.entries(answers).slice(0, 3));
    const two = Object.fromEntries(Object.entries(answers).slice(0, 2));
    const scoreOf = (given: typeof answers) =>
      judgmentScore({ form: pickForm, key: pickKey, responses: responsesOf(given) }).score;
    expect(scoreOf(three).value).toBeCloseTo(((2 - 2 - 1) / 3 + 2) * 25, 10);
    expect(scoreOf(two)).toEqual({ value: null, reason: 'too-few-answered' });
  });
});

describe('Judgment of a form without situations', () => {
  it('does not exist', () => {
    expect(
      judgmentScore({ form: aForm([prompt('p1', ['empathy'])]), key: aKey({}), responses: {} }),
    ).toMatchObject({
      method: null,
      score: { value: null, reason: 'no-such-part' },
      asked: 0,
    });
  });
});
