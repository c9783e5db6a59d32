/** A save may arrive this long after the deadline: accepted and flagged. Nobody is told of it beforehand. */
export const SAVE_GRACE_MS = 10_000;
/** Handing in a part, and closing one that was left, wait this long after the deadline. */
export const HAND_IN_GRACE_MS = 60_000;
/** Every attempt ends this long after Begin. */
export const ATTEMPT_MS = 14 * 24 * 60 * 60 * 1000;
/** Until so long after its end a credit of time opens again what time had closed; then rating begins. */
export const REOPEN_MS = 24 * 60 * 60 * 1000;
