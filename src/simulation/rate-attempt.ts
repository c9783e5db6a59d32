import type { SimulationText } from '../content/simulation-texts.ts';
import type { Attempt } from '../core/attempt/attempt.ts';
import type { ItemId, PersonId, RatingTaskId } from '../core/kernel/ids.ts';
import { FREE_SLOT } from '../core/rating/free-slot.ts';
import { handInSlot } from '../core/rating/hand-in-slot.ts';
import type { RatingTask } from '../core/rating/rating-task.ts';
import { settleByLead } from '../core/rating/settle-by-lead.ts';
import { tasksOfAttempt } from '../core/rating/tasks-of-attempt.ts';
import { newId } from '../ops/secrets.ts';
import type { SimulatedAnswer } from './answer-form.ts';
import { POPULATION } from './population.ts';
import { createRandom, type Random } from './random.ts';
import { rateText } from './rate-text.ts';
import type { SimulationSetting } from './simulation-setting.ts';

/** How far the rating has come: nobody has it yet, two raters are through, or everything is settled. */
export type RatedSoFar = 'not-at-all' | 'by-two' | 'to-the-end';

const HOUR_MS = 3_600_000;

/** The rating tasks of a finished attempt, worked through by simulated raters and settled by the core's own rules. */
export function rateAttempt(
  setting: SimulationSetting,
  attempt: Attempt,
  answers: readonly SimulatedAnswer[],
  soFar: RatedSoFar,
  random: Random,
): readonly RatingTask[] {
  const { form, rubricVersion } = setting;
  const tasks = tasksOfAttempt({ attempt, form, rubricVersion, newTaskId: () => newId<RatingTaskId>() });
  const levelsOf = (id: ItemId) => answers.find(({ itemId }) => itemId === id)?.levels ?? null;
  return tasks.map((task) => {
    const seats = drawSeats(setting, random);
    if (soFar === 'not-at-all') return task;
    const text = { levels: levelsOf(task.itemId), at: attempt.finishedAt ?? setting.now };
    let rated = handInBy(task, seats.slice(0, 2), text, random);
    if (soFar === 'by-two') return rated;
    if (rated.state === 'third') rated = handInBy(rated, seats.slice(2, 3), text, random);
    return rated.state === 'lead' ? settle(rated, text.levels, setting.leadId) : rated;
  });
}

interface Seat {
  readonly raterId: PersonId;
  readonly severity: number;
}

interface Text {
  readonly levels: SimulationText['levels'] | null;
  readonly at: Date;
}

/** Three different raters at random. */
function drawSeats({ seed, raterIds }: SimulationSetting, random: Random): readonly Seat[] {
  const free = raterIds.map((raterId, place) => ({ raterId, severity: severityOf(seed, place) }));
  return [1, 2, 3].flatMap(() => free.splice(random.below(free.length), 1));
}

const severityOf = (seed: string, place: number): number =>
  POPULATION.rating.severitySd * createRandom(`${seed} rater ${place}`).normal();

/** Gives the seats to these raters and hands in what they say, one after the other. */
function handInBy(
  task: RatingTask,
  seats: readonly Seat[],
  { levels, at }: Text,
  random: Random,
): RatingTask {
  const taken = task.slots.filter(({ state }) => state === 'handed-in');
  const held = seats.map(({ raterId, severity }) => ({
    ...FREE_SLOT,
    raterId,
    state: 'held' as const,
    draft: rateText({ levels, criteria: task.criteria }, severity, random),
  }));
  let after: RatingTask = {
    ...task,
    state: 'rating',
    slots: [...taken, ...held],
    notRaterIds: [...task.notRaterIds, ...seats.map(({ raterId }) => raterId)],
  };
  for (const [index] of seats.entries()) {
    const slotIndex = taken.length + index;
    const handedInAt = new Date(at.getTime() + (slotIndex + 1) * 7 * HOUR_MS);
    after = handInSlot({ task: after, slotIndex, at: handedInAt, thirdAvailable: true });
  }
  return { ...after, rev: task.rev + 1 + 2 * seats.length };
}

/** The lead reads the text as its author meant it. */
function settle(task: RatingTask, levels: SimulationText['levels'] | null, by: PersonId): RatingTask {
  const decided = { by, because: 'Read once more by the lead (simulated).' };
  const outcome = settleByLead(
    task,
    levels === null
      ? { ...decided, kind: 'unratable', reason: 'blank' }
      : { ...decided, kind: 'levels', levels: levels },
  );
  if (outcome.kind !== 'settled') throw new Error(`task ${task.id} could not be settled: ${outcome.kind}`);
  return { ...task, state: 'resolved', resolution: outcome.resolution, rev: task.rev + 1 };
}
