import type { TimeChoice } from '../core/attempt/attempt.ts';
import { drawTraits, type Traits } from './draw-traits.ts';
import { POPULATION } from './population.ts';
import type { Random } from './random.ts';

/** How somebody goes about it: with care, without reading, or with the same point for every option. */
type Care = 'careful' | 'careless' | 'flat';

/** What somebody leaves out: some situations, the last response or its content, or the whole of a part. */
export type Left = 'nothing' | 'situations' | 'last-response' | 'last-content' | 'judgment' | 'writing';

export interface SimulatedPerson {
  readonly traits: Traits;
  /** What somebody brings to one part of the assessment only: to judging, to writing. */
  readonly knack: number;
  readonly fluency: number;
  readonly elevation: number;
  readonly scatter: number;
  readonly care: Care;
  readonly left: Left;
  readonly timeChoice: TimeChoice;
}

export function drawPerson(random: Random): SimulatedPerson {
  const { judgment, writing, careless, incomplete, moreTime } = POPULATION;
  return {
    traits: drawTraits(random),
    knack: judgment.knackSd * random.normal(),
    fluency: writing.fluencySd * random.normal(),
    elevation: judgment.elevationSd * random.normal(),
    scatter: Math.exp(judgment.scatterSd * random.normal()),
    care: random.chance(careless) ? random.pick(['careless', 'careless', 'flat']) : 'careful',
    left: random.chance(incomplete) ? drawLeft(random) : 'nothing',
    timeChoice: random.chance(moreTime)
      ? random.pick(['plus-25', 'plus-25', 'plus-50', 'plus-100'])
      : 'usual',
  };
}

/** Mostly a little is missing, seldom a whole part. */
function drawLeft(random: Random): Left {
  const place = random.next();
  if (place < 0.35) return 'situations';
  if (place < 0.75) return 'last-response';
  if (place < 0.85) return 'last-content';
  return place < 0.92 ? 'judgment' : 'writing';
}
