import type { GivenLevels } from '../core/calibration/rater-certification.ts';
import { LEVELS, type Criterion, type LevelNumber } from '../core/rubric/rubric.ts';
import type { FieldProblem, RawFields } from './route.ts';

type Read =
  | { readonly kind: 'read'; readonly levels: GivenLevels }
  | { readonly kind: 'refused'; readonly problems: readonly FieldProblem[] };

/** A level for every criterion of the response, or which ones are missing. */
export function readLevels(fields: RawFields, criteria: readonly Criterion[]): Read {
  const given = criteria.map(({ id, label }) => ({ id, label, level: levelIn(fields[`level-${id}`]) }));
  const problems = given
    .filter(({ level }) => level === undefined)
    .map(({ id, label }) => ({ field: `level-${id}`, message: `Choose a level for ${label}.` }));
  if (problems.length > 0) return { kind: 'refused', problems };
  const levels = Object.fromEntries(given.map(({ id, level }) => [id, level])) as GivenLevels;
  return { kind: 'read', levels };
}

const levelIn = (text: RawFields[string] | undefined): LevelNumber | undefined =>
  LEVELS.find((level) => String(level) === text);
