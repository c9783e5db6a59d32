import { ATTEMPT_MS } from './time-limits.ts';

/** Somebody who has begun and not finished is reminded once, this long before the end of the attempt. */
const BEFORE_END_MS = 3 * 24 * 60 * 60 * 1000;

/** When that is, in epoch ms. Credits move the end by minutes and the reminder not at all. */
export const reminderDueMs = ({ beganAt }: { readonly beganAt: Date }): number =>
  beganAt.getTime() + ATTEMPT_MS - BEFORE_END_MS;
