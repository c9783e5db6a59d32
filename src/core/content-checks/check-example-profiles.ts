import type { Form } from '../form/form.ts';
import { countWords } from '../item/count-words.ts';
import { mean } from '../psychometrics/mean.ts';
import type { ExampleResponse, RubricContent } from '../rubric/rubric.ts';
import { correlation } from './correlation.ts';
import type { Finding } from './finding.ts';

const LEAST_EXAMPLES = 6;
const CORRELATION_LIMIT = 0.3;

/** Examples teach raters: enough of them, uneven profiles, and longer must not look better. */
export function checkExampleProfiles(form: Form, { examples }: RubricContent): readonly Finding[] {
  const prompts = form.items.filter(({ kind }) => kind === 'written-response');
  const counts = prompts.map(({ id }): Finding => {
    const count = examples.filter(({ itemId }) => itemId === id).length;
    return {
      check: 'example responses',
      about: id,
      where: 'examples',
      measured: String(count),
      limit: `at least ${LEAST_EXAMPLES}`,
      ok: count >= LEAST_EXAMPLES,
    };
  });
  return [...counts, checkUneven(examples), checkLength(examples)];
}

function checkUneven(examples: readonly ExampleResponse[]): Finding {
  const uneven = examples.filter((example) => {
    const levels = levelsOf(example);
    return Math.max(...levels) - Math.min(...levels) >= 2;
  });
  return {
    ...whole('profiles that differ by two levels or more'),
    measured: `${uneven.length} of ${examples.length}`,
    limit: 'at least one in three',
    ok: uneven.length * 3 >= examples.length,
  };
}

function checkLength(examples: readonly ExampleResponse[]): Finding {
  const r = correlation(
    examples.map((example) => mean(levelsOf(example))),
    examples.map(({ a, b }) => countWords(a) + countWords(b)),
  );
  return {
    ...whole('mean level and length, r'),
    measured: r === null ? 'does not vary' : r.toFixed(2),
    limit: `|r| below ${CORRELATION_LIMIT}`,
    ok: r === null || Math.abs(r) < CORRELATION_LIMIT,
  };
}

const levelsOf = ({ levels }: ExampleResponse): number[] => Object.values(levels).map(({ level }) => level);
const whole = (check: string) => ({ check, about: null, where: 'examples' as const });
