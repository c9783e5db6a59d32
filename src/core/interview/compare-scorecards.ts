import type { CriterionId, PersonId } from '../kernel/ids.ts';
import type { Criterion, LevelNumber } from '../rubric/rubric.ts';
import type { Scorecard, ScorecardEntry } from './scorecard.ts';

/** How the levels of several interviewers lie to each other on one criterion. There is no mean: it would hide that. */
export type Agreement =
  | { readonly kind: 'nobody' | 'one' }
  | { readonly kind: 'same' | 'near' | 'apart'; readonly lowest: LevelNumber; readonly highest: LevelNumber };

export interface ComparedCriterion {
  readonly criterion: CriterionId;
  readonly entries: readonly (ScorecardEntry & { readonly personId: PersonId })[];
  readonly agreement: Agreement;
}

/** From here on they should talk before anybody decides. */
const APART = 2;

/** By criterion in the order of the rubric, what each interviewer who has handed in heard. */
export function compareScorecards(
  criteria: readonly Pick<Criterion, 'id'>[],
  scorecards: readonly Pick<Scorecard, 'personId' | 'entries' | 'handedInAt'>[],
): readonly ComparedCriterion[] {
  const handedIn = scorecards.filter(({ handedInAt }) => handedInAt !== null);
  return criteria.map(({ id }) => {
    const entries = handedIn.flatMap(({ personId, entries: given }) =>
      given.filter(({ criterion }) => criterion === id).map((entry) => ({ ...entry, personId })),
    );
    return { criterion: id, entries, agreement: agreementOf(entries) };
  });
}

function agreementOf(entries: readonly ScorecardEntry[]): Agreement {
  const levels = entries.flatMap(({ level }) => (level === null || level === 'not-heard' ? [] : level));
  if (levels.length < 2) return { kind: levels.length === 0 ? 'nobody' : 'one' };
  const lowest = Math.min(...levels) as LevelNumber;
  const highest = Math.max(...levels) as LevelNumber;
  const kind = highest === lowest ? 'same' : highest - lowest < APART ? 'near' : 'apart';
  return { kind, lowest, highest };
}
