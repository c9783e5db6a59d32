import type { ShortLimit } from '../core/quality/short-limits.ts';
import { formatCount } from './format-count.ts';

const minutesOf = (count: number): string => formatCount(count, 'minute', 'minutes');

/** Tells the author of a limit that was set too short. */
export const shortLimitWords = ({ section, minutes }: ShortLimit): string =>
  `${section.title}, ${minutesOf(section.minutes)}: the limit is below what 95 of 100 people without a limit needed: ${minutesOf(minutes)}. Lengthen it, or record why speed belongs to the job.`;
