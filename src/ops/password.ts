import { hash, verify } from '@node-rs/argon2';

const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const AT_ONCE = 2;
const LONGEST_QUEUE = 50;

/** What is verified where there is no account; made at the first sign-in, whoever signs in. */
let nobody: Promise<string> | null = null;

export class PasswordQueueFull extends Error {}

/**
 * Argon2id behind a queue of two: hashing is expensive by design, and a flood of sign-ins must not starve the saving
 * of responses.
 */
export function createPasswords() {
  let running = 0;
  const waiting: (() => void)[] = [];

  async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (running >= AT_ONCE) {
      if (waiting.length >= LONGEST_QUEUE) throw new PasswordQueueFull('too many sign-ins at once');
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else {
      running += 1;
    }
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  }

  return {
    hash: (password: string) => inTurn(() => hash(password, OPTIONS)),
    /** Takes the same time whether or not there is such an account. */
    matches: (stored: string | null, password: string) =>
      inTurn(async () => {
        const decoy = await (nobody ??= hash('nobody has this password', OPTIONS));
        return (await verify(stored ?? decoy, password)) && stored !== null;
      }),
  };
}

export type Passwords = ReturnType<typeof createPasswords>;
