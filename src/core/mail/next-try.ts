import type { MailFailure } from './mail.ts';

const MINUTE_MS = 60_000;
/** Minutes to wait after each failed try; together about a day, which outlasts most troubles of a server. */
const WAITS = [1, 5, 30, 60, 180, 360, 720] as const;

/** Trying again cannot help: somebody has to look at the address or the text first. */
const FINAL: readonly MailFailure[] = ['address-refused', 'mail-refused'];

/** When to try again after this many tries; null gives up. */
export function nextTry(tries: number, failure: MailFailure, now: Date): Date | null {
  const wait = FINAL.includes(failure) ? undefined : WAITS[tries - 1];
  return wait === undefined ? null : new Date(now.getTime() + wait * MINUTE_MS);
}
