import type { Form } from '../form/form.ts';
import type { Key } from '../form/key.ts';
import { countWords } from '../item/count-words.ts';
import { mean } from '../psychometrics/mean.ts';
import { populationSd } from '../psychometrics/population-sd.ts';
import { groupBy } from '../kernel/group-by.ts';
import { correlation } from './correlation.ts';
import type { Finding } from './finding.ts';
import { splitSentences } from './split-sentences.ts';

interface KeyedText {
  readonly itemId: string;
  readonly dimension: string;
  readonly text: string;
  readonly value: number;
  readonly rationale: string;
}

const CORRELATION_LIMIT = 0.2;
const MEANS_LIMIT = 0.3;
const SDS_LIMIT = 0.15;

/** A key that candidates cannot guess from the look of an option, alike for all dimensions, and with reasons. */
export function checkKey(form: Form, key: Key): readonly Finding[] {
  const options = keyedTexts(form, key);
  return [
    ...checkLooks(options),
    ...checkDimensions(options),
    ...checkSpread(options),
    ...checkRationales(options),
  ];
}

function keyedTexts(form: Form, key: Key): readonly KeyedText[] {
  return form.items.flatMap((item) => {
    const keyed = key.items[item.id];
    if (item.kind === 'written-response' || keyed === undefined) return [];
    return item.options.flatMap(({ id, text }) => {
      const option = keyed.options[id];
      return option === undefined ? [] : [{ itemId: item.id, dimension: keyed.dimension, text, ...option }];
    });
  });
}

const has = (pattern: RegExp) => (text: string) => Number(pattern.test(text));

const LOOKS: readonly { readonly name: string; readonly measure: (text: string) => number }[] = [
  { name: 'length', measure: countWords },
  { name: 'apology', measure: has(/\b(?:sorry|apolog\w*|regret\w*|forgive\w*)\b/i) },
  {
    name: 'feeling words',
    measure: has(
      /\b(?:feel\w*|felt|worr\w+|upset\w*|angry|anger|annoy\w*|sad|afraid|fear\w*|glad|happy|calm|relax\w*|stress\w*|disappoint\w*|frustrat\w*|hurt\w*|tired|hard for|understand\w*)\b/i,
    ),
  },
  { name: 'question', measure: has(/\?|\b(?:ask|asks|asking)\b/i) },
  { name: '"we" or "I"', measure: has(/\b(?:we|us|our|I|me|my)\b/i) },
];

function checkLooks(options: readonly KeyedText[]): readonly Finding[] {
  const values = options.map(({ value }) => value);
  return LOOKS.map(({ name, measure }) => {
    const r = correlation(
      values,
      options.map(({ text }) => measure(text)),
    );
    return {
      ...whole(`key and ${name}, r`),
      measured: r === null ? 'does not vary' : r.toFixed(2),
      limit: `|r| below ${CORRELATION_LIMIT}`,
      ok: r === null || Math.abs(r) < CORRELATION_LIMIT,
    };
  });
}

function checkDimensions(options: readonly KeyedText[]): readonly Finding[] {
  const groups = [...groupBy(options, ({ dimension }) => dimension).values()].map((group) =>
    group.map(({ value }) => value),
  );
  if (groups.length < 2) return [];
  return [
    spreadOf('key means across dimensions', groups.map(mean), MEANS_LIMIT),
    spreadOf('key SDs across dimensions', groups.map(populationSd), SDS_LIMIT),
  ];
}

function spreadOf(check: string, figures: readonly number[], limit: number): Finding {
  const apart = Math.max(...figures) - Math.min(...figures);
  return {
    ...whole(check),
    measured: `${figures.map((figure) => figure.toFixed(2)).join(', ')}: ${apart.toFixed(2)} apart`,
    limit: `at most ${limit} apart`,
    ok: apart <= limit,
  };
}

const isEffective = ({ value }: KeyedText) => value >= 5.3 && value <= 6.7;
const isIneffective = ({ value }: KeyedText) => value >= 1.3 && value <= 2.9;

/** Two clearly effective options a situation and the others clearly not, with a middling one in one situation of four. */
function checkSpread(options: readonly KeyedText[]): readonly Finding[] {
  const situations = [...groupBy(options, ({ itemId }) => itemId)];
  const middling = situations.filter(([, group]) =>
    group.some((option) => !isEffective(option) && !isIneffective(option)),
  );
  const findings = situations.map(([itemId, group]): Finding => {
    const effective = group.filter(isEffective).length;
    const between = group.filter((option) => !isEffective(option) && !isIneffective(option)).length;
    return {
      check: 'effective, middling and ineffective options',
      about: itemId,
      where: 'key',
      measured: `${effective}, ${between}, ${group.length - effective - between}`,
      limit: '2 effective (5.3–6.7), at most 1 middling, the others ineffective (1.3–2.9)',
      ok: effective === 2 && between <= 1,
    };
  });
  return [
    ...findings,
    {
      ...whole('situations with a middling option'),
      measured: `${middling.length} of ${situations.length}`,
      limit: 'at most one in four',
      ok: middling.length * 4 <= situations.length,
    },
  ];
}

function checkRationales(options: readonly KeyedText[]): readonly Finding[] {
  return [...groupBy(options, ({ itemId }) => itemId)].map(([itemId, group]): Finding => {
    const counts = group.map(({ rationale }) => splitSentences(rationale).length);
    return {
      check: 'sentences of the rationales',
      about: itemId,
      where: 'key',
      measured: counts.join(', '),
      limit: '2 or 3',
      ok: counts.every((count) => count === 2 || count === 3),
    };
  });
}

const whole = (check: string) => ({ check, about: null, where: 'key' as const });
