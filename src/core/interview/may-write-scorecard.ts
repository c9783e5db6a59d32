import type { Applicant } from '../applicant/applicant.ts';
import { closes } from '../applicant/decision.ts';
import type { AskedPerson } from '../decision/asked-people.ts';
import type { PersonId } from '../kernel/ids.ts';
import type { Scorecard } from './scorecard.ts';

export type MayWriteScorecard = 'may-write' | 'not-asked' | 'handed-in' | 'withdrawn' | 'decided';

/** Whoever is asked writes one, until it is handed in or there is nothing left to decide. */
export function mayWriteScorecard(
  { stage }: Pick<Applicant, 'stage'>,
  personId: PersonId,
  asked: readonly AskedPerson[],
  own: Pick<Scorecard, 'handedInAt'> | null,
): MayWriteScorecard {
  if ((own?.handedInAt ?? null) !== null) return 'handed-in';
  if (!asked.some((one) => one.scorecard && one.personId === personId)) return 'not-asked';
  if (stage === 'withdrawn') return 'withdrawn';
  return closes(stage) ? 'decided' : 'may-write';
}

interface Reader {
  /** Whether their role decides. */
  readonly decides: boolean;
  readonly state: MayWriteScorecard;
  /** Whether a view is asked of them that they have yet to give. */
  readonly owesView: boolean;
}

/**
 * Others' are hidden until one's own is in, and one's own view too where it is asked for: it would not be independent
 * afterwards. Whoever decides and has none to write may read them, and is noted.
 */
export const mayReadScorecards = ({ decides, state, owesView }: Reader): boolean =>
  !owesView && (state === 'handed-in' || (decides && state !== 'may-write'));
