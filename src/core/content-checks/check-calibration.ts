import type { Form } from '../form/form.ts';
import { countWords } from '../item/count-words.ts';
import type { WrittenResponseItem } from '../item/item.ts';
import { mean } from '../psychometrics/mean.ts';
import { LEVELS, type CalibrationResponse } from '../rubric/rubric.ts';
import { correlation } from './correlation.ts';
import type { Finding } from './finding.ts';
import { readingLevel } from './reading-level.ts';
import { sharedRuns } from './shared-runs.ts';

interface WrittenText {
  readonly id: string;
  readonly itemId: string;
  readonly a: string;
  readonly b: string;
}

const LIMITS = { responses: 16, uneven: 8, correlation: 0.5, shared: 0.1, shortest: 50, longest: 220 };
/** Between these bounds lies what people type to a stranger: neither word lists nor one endless sentence. */
const READING = { grade: 9, sentence: 30 };

/**
 * Raters are certified against these texts, so at every prompt they cover every level of every criterion, are uneven,
 * cannot be told by their length, and were not met as example, as simulated response or twice among themselves.
 */
export function checkCalibrationResponses(
  form: Form,
  responses: readonly CalibrationResponse[],
  metElsewhere: readonly WrittenText[],
): readonly Finding[] {
  return form.items
    .filter((item) => item.kind === 'written-response')
    .flatMap((prompt) => {
      const own = responses.filter(({ itemId }) => itemId === prompt.id);
      return own.length === 0
        ? [countOf(prompt, own)]
        : [
            countOf(prompt, own),
            unevenOf(prompt, own),
            ...prompt.criteria.map(({ criterion }) => coverOf(prompt, criterion, own)),
            ...lengthsOf(prompt, own),
            readingOf(prompt, own),
            nearestOf(
              prompt,
              own,
              metElsewhere.filter(({ itemId }) => itemId === prompt.id),
            ),
          ];
    });
}

type Own = readonly CalibrationResponse[];
type CriterionId = WrittenResponseItem['criteria'][number]['criterion'];

function countOf(prompt: WrittenResponseItem, own: Own): Finding {
  return {
    ...about(prompt, 'calibration responses'),
    measured: String(own.length),
    limit: `at least ${LIMITS.responses}`,
    ok: own.length >= LIMITS.responses,
  };
}

function unevenOf(prompt: WrittenResponseItem, own: Own): Finding {
  const uneven = own.filter((response) => {
    const levels = levelsOf(response);
    return Math.max(...levels) - Math.min(...levels) >= 2;
  });
  return {
    ...about(prompt, 'profiles that differ by two levels or more'),
    measured: String(uneven.length),
    limit: `at least ${LIMITS.uneven}`,
    ok: uneven.length >= LIMITS.uneven,
  };
}

function coverOf(prompt: WrittenResponseItem, criterion: CriterionId, own: Own): Finding {
  const shown = own.map(({ levels }) => levels[criterion]?.level);
  const missing = LEVELS.filter((level) => !shown.includes(level));
  return {
    ...about(prompt, `levels of ${criterion} without a response`),
    measured: missing.length === 0 ? 'none' : missing.join(', '),
    limit: 'none',
    ok: missing.length === 0,
  };
}

function lengthsOf(prompt: WrittenResponseItem, own: Own): readonly Finding[] {
  const words = own.map((response) => countWords(textOf(response)));
  const [shortest, longest] = [Math.min(...words), Math.max(...words)];
  const columns = [
    { name: 'mean level', levels: own.map((response) => mean(levelsOf(response))) },
    ...prompt.criteria.map(({ criterion }) => ({
      name: `level of ${criterion}`,
      levels: own.map(({ levels }) => levels[criterion]?.level ?? 0),
    })),
  ];
  return [
    {
      ...about(prompt, 'words of the shortest and the longest'),
      measured: `${shortest}, ${longest}`,
      limit: `from ${LIMITS.shortest} to ${LIMITS.longest}`,
      ok: shortest >= LIMITS.shortest && longest <= LIMITS.longest,
    },
    ...columns.map(({ name, levels }): Finding => {
      const r = correlation(levels, words);
      return {
        ...about(prompt, `${name} and length, r`),
        measured: r === null ? 'does not vary' : r.toFixed(2),
        limit: `|r| below ${LIMITS.correlation}`,
        ok: r === null || Math.abs(r) < LIMITS.correlation,
      };
    }),
  ];
}

function readingOf(prompt: WrittenResponseItem, own: Own): Finding {
  const odd = own.filter((response) => {
    const level = readingLevel(textOf(response));
    return level === null || level.grade > READING.grade || level.wordsPerSentence > READING.sentence;
  });
  return {
    ...about(prompt, 'responses that do not read as typed by a person'),
    measured: odd.length === 0 ? 'none' : odd.map(({ id }) => id).join(', '),
    limit: `none above grade ${READING.grade} or ${READING.sentence} words a sentence`,
    ok: odd.length === 0,
  };
}

function nearestOf(prompt: WrittenResponseItem, own: Own, elsewhere: readonly WrittenText[]): Finding {
  const pairs = own.flatMap((response, index) =>
    [...own.slice(0, index), ...elsewhere].map((other) => ({
      ids: `${response.id} and ${other.id}`,
      shared: sharedRuns(textOf(response), textOf(other)),
    })),
  );
  const nearest = pairs.reduce((most, pair) => (pair.shared > most.shared ? pair : most), {
    ids: 'none',
    shared: 0,
  });
  return {
    ...about(prompt, 'largest share of runs of five words in two texts'),
    measured: `${nearest.shared.toFixed(2)} (${nearest.ids})`,
    limit: `below ${LIMITS.shared}`,
    ok: nearest.shared < LIMITS.shared,
  };
}

const about = ({ id }: WrittenResponseItem, check: string) => ({
  check,
  about: id,
  where: 'calibration' as const,
});
const textOf = ({ a, b }: { a: string; b: string }): string => `${a}\n${b}`;
const levelsOf = ({ levels }: CalibrationResponse): number[] =>
  Object.values(levels).map(({ level }) => level);
