import type { Section } from '../form/form.ts';
import type { PartTime } from './part-times.ts';

export interface ShortLimit {
  readonly section: Section;
  /** Whole minutes that would have been enough for 95 of 100. */
  readonly minutes: number;
}

/** Parts whose limit is below what 95 of 100 needed without one. The first known time of a part counts. */
export function findShortLimits(
  sections: readonly Section[],
  times: readonly PartTime[],
): readonly ShortLimit[] {
  return sections.flatMap((section) => {
    const own = times.find(({ sectionId, minutes }) => sectionId === section.id && minutes.value !== null);
    const needed = own?.minutes.value ?? 0;
    return section.minutes < needed ? [{ section, minutes: Math.ceil(needed) }] : [];
  });
}
