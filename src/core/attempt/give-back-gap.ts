import type { SectionId } from '../kernel/ids.ts';
import type { Attempt, Credit, PartClock } from './attempt.ts';
import { partClock } from './part-clock.ts';

/** Pages send a sign of life this often while a part runs. */
export const BEAT_EVERY_MS = 30_000;
const LONG_GAP_MS = 60_000;
const GIVEN_BACK_A_PART_MS = 5 * 60_000;
const PREFIX = 'gap:';

/**
 * The credit for a lost connection, or null. A gap of more than 60 s between two beats of the same writer in the same
 * part is given back, five minutes a part at most. The id tells the beat it follows, so it can be given once only.
 */
export function giveBackGap(
  attempt: Attempt,
  beat: { readonly epoch: number; readonly sectionId: SectionId; readonly atMs: number },
): Credit | null {
  const { lastBeat } = attempt;
  const part = partClock(attempt, beat.sectionId);
  if (lastBeat === null || part.state !== 'running' || part.deadlineMs === null) return null;
  if (lastBeat.epoch !== beat.epoch || lastBeat.sectionId !== beat.sectionId) return null;
  const gap = beat.atMs - lastBeat.atMs;
  if (gap <= LONG_GAP_MS) return null;
  const id = `${PREFIX}${lastBeat.atMs}`;
  const ms = Math.min(gap, leftToGiveBack(part));
  return ms > 0 && part.credits.every((credit) => credit.id !== id) ? { id, ms } : null;
}

/**
 * The same for a writer who comes back when time has closed the part meanwhile: what the silence took of its time, or null
 * where that is less than the time between two beats.
 */
export function giveBackAfterEnd(
  attempt: Attempt,
  beat: { readonly epoch: number; readonly atMs: number },
): { readonly sectionId: SectionId; readonly credit: Credit } | null {
  const { lastBeat } = attempt;
  if (lastBeat?.epoch !== beat.epoch || beat.atMs - lastBeat.atMs <= LONG_GAP_MS) return null;
  const { sectionId, atMs } = lastBeat;
  const part = partClock(attempt, sectionId);
  if (part.closedBy !== 'time' || part.deadlineMs === null) return null;
  const ms = Math.min(part.deadlineMs - atMs, leftToGiveBack(part));
  return ms < BEAT_EVERY_MS ? null : { sectionId, credit: { id: `${PREFIX}${atMs}`, ms } };
}

const leftToGiveBack = ({ credits }: Pick<PartClock, 'credits'>): number =>
  GIVEN_BACK_A_PART_MS -
  credits.filter(({ id }) => id.startsWith(PREFIX)).reduce((sum, { ms }) => sum + ms, 0);

/** How much of a part's time was given back for silences that a longer one, from..to, includes. */
export function gapsGivenBack({ credits }: Pick<PartClock, 'credits'>, from: Date, to: Date): number {
  return credits
    .filter(({ id }) => id.startsWith(PREFIX))
    .filter(({ id }) => {
      const lastBeatMs = Number(id.slice(PREFIX.length));
      return lastBeatMs >= from.getTime() - BEAT_EVERY_MS && lastBeatMs < to.getTime();
    })
    .reduce((sum, { ms }) => sum + ms, 0);
}
