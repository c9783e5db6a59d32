import type { Attempt } from '../attempt/attempt.ts';
import { timeForPart } from '../attempt/start-part.ts';
import type { Section } from '../form/form.ts';
import { known, unknown, type Estimate } from '../kernel/estimate.ts';
import type { SectionId } from '../kernel/ids.ts';
import { sampleQuantile } from '../psychometrics/sample-quantile.ts';

/** With fewer people the figure would be little more than the time of the slowest two. */
export const LEAST_FOR_PART_TIME = 50;

const SHARE = 0.95;
const MINUTE_MS = 60_000;

/** How long a part takes people whom no limit stops. Nothing in it is about one person. */
export interface PartTime {
  readonly sectionId: SectionId;
  readonly n: number;
  /** Within so many minutes 95 of 100 were done. */
  readonly minutes: Estimate<'insufficient-n'>;
}

export type SittingClocks = Pick<Attempt, 'timed' | 'timeChoice' | 'parts'>;

interface PartTimesTally {
  readonly add: (sittings: readonly SittingClocks[]) => void;
  readonly times: () => readonly PartTime[];
}

/** From start to hand-in, over people of any number; parts with a limit, or not handed in, do not count. */
export function tallyPartTimes(sections: readonly Section[]): PartTimesTally {
  const tallies = sections.map((section) => ({ section, taken: [] as number[] }));
  return {
    add: (sittings) => {
      for (const { section, taken } of tallies)
        taken.push(...sittings.flatMap((sitting) => minutesTaken(sitting, section) ?? []));
    },
    times: () =>
      tallies.map(({ section, taken }) => ({
        sectionId: section.id,
        n: taken.length,
        minutes: longTime(taken),
      })),
  };
}

function minutesTaken(sitting: SittingClocks, section: Section): number | null {
  const part = sitting.parts[section.id];
  if (timeForPart(sitting, section) !== null || part?.closedBy !== 'hand-in') return null;
  const { startedAt, closedAt } = part;
  return startedAt === null || closedAt === null
    ? null
    : (closedAt.getTime() - startedAt.getTime()) / MINUTE_MS;
}

function longTime(taken: readonly number[]): PartTime['minutes'] {
  const value = taken.length < LEAST_FOR_PART_TIME ? null : sampleQuantile(taken, SHARE);
  return value === null ? unknown('insufficient-n') : known(value);
}
