import { TIME_CHOICES, type Attempt, type TimeChoice } from './attempt.ts';

/** The times a candidate may take without proof. Where nothing is timed there is nothing to choose. */
export function offeredTimes(attempt: Pick<Attempt, 'timed' | 'noLimitAllowed'>): readonly TimeChoice[] {
  if (!attempt.timed) return [];
  return TIME_CHOICES.filter((choice) => choice !== 'no-limit' || attempt.noLimitAllowed);
}

export type ChooseTime = { readonly kind: 'chosen' | 'not-offered' | 'too-late' };

/** Whether the choice may be made now: until the first part starts. */
export function chooseTime(attempt: Attempt, choice: TimeChoice): ChooseTime {
  const untouched = Object.values(attempt.parts).every((part) => part.state === 'waiting');
  if (attempt.state !== 'open' || !untouched) return { kind: 'too-late' };
  return { kind: offeredTimes(attempt).includes(choice) ? 'chosen' : 'not-offered' };
}
