import type { AskedPerson } from '../decision/asked-people.ts';
import type { PersonId } from '../kernel/ids.ts';
import type { Scorecard } from './scorecard.ts';

/** The people who were asked for a scorecard and have not handed one in. */
export const missingScorecards = (
  asked: readonly AskedPerson[],
  scorecards: readonly Pick<Scorecard, 'personId' | 'handedInAt'>[],
): readonly PersonId[] =>
  asked
    .filter(
      ({ scorecard, personId }) =>
        scorecard && !scorecards.some((one) => one.personId === personId && one.handedInAt !== null),
    )
    .map(({ personId }) => personId);
