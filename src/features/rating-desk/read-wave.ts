import type { WaveOrder } from '../../core/rating/choose-wave.ts';
import type { FieldProblem } from '../../http/route.ts';

/** As typed: how many people, who first, until when. */
export interface WaveFields {
  readonly people: string;
  readonly order: WaveOrder;
  readonly due: string;
}

export interface Wave {
  readonly people: number | null;
  readonly order: WaveOrder;
  readonly dueAt: Date | null;
}

/** All that waits, with no day set. */
export const EVERYBODY: Wave = { people: null, order: 'finish', dueAt: null };

type Read =
  | { readonly kind: 'read'; readonly wave: Wave }
  | { readonly kind: 'refused'; readonly problems: readonly FieldProblem[] };

/** A day counts until it ends. */
const END_OF_DAY = 'T23:59:59Z';

/** Which part of what waits is given out, and until when it should be handed in. */
export function readWave({ people, order, due }: WaveFields, now: Date): Read {
  const problems: FieldProblem[] = [];
  const dueAt = due === '' ? null : new Date(`${due}${END_OF_DAY}`);
  if (people !== '' && !/^[1-9]\d{0,4}$/.test(people)) {
    problems.push({
      field: 'people',
      message: 'Enter a whole number of people, or leave this empty for everybody.',
    });
  }
  if (dueAt !== null && !(dueAt > now)) {
    problems.push({ field: 'due', message: 'Choose a day that is not over yet, or leave this empty.' });
  }
  if (problems.length > 0) return { kind: 'refused', problems };
  return { kind: 'read', wave: { people: people === '' ? null : Number(people), order, dueAt } };
}
