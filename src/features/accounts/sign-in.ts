import passport from 'passport';
import { Strategy } from 'passport-local';
import type { Actor } from '../../core/person/person.ts';
import type { Deps } from '../../deps.ts';
import { sha256 } from '../../ops/secrets.ts';
import { emailKey, type Credentials } from '../../store/person-store.ts';

const WINDOW_MS = 15 * 60 * 1000;
const LIMIT_PER_ACCOUNT_AND_ADDRESS = 5;
const LIMIT_PER_ADDRESS = 50;

type SignInOutcome =
  | { readonly kind: 'signed-in'; readonly actor: Actor; readonly signInVersion: number }
  | { readonly kind: 'refused' }
  | { readonly kind: 'wait' };

interface Tried {
  readonly email: string;
  readonly password: string;
  readonly clientIp: string;
}

/**
 * Failures are counted for account and address together, so that somebody guessing from elsewhere never locks the
 * owner out. An unknown address takes the same time and gets the same answer as a wrong password.
 */
export async function signIn(deps: Deps, tried: Tried): Promise<SignInOutcome> {
  const now = deps.clock();
  const keys = [sha256(`${emailKey(tried.email)}|${tried.clientIp}`), sha256(tried.clientIp)] as const;
  if (await isThrottled(deps, keys, now)) return { kind: 'wait' };
  const credentials = await verify(deps, tried);
  if (credentials === null) {
    const forgetAt = new Date(now.getTime() + WINDOW_MS);
    for (const key of keys) await deps.stores.signInAttempts.addFailure(key, forgetAt);
    return { kind: 'refused' };
  }
  await deps.stores.signInAttempts.forget(keys[0]);
  const { id, organisationId, name, roles } = credentials.person;
  return {
    kind: 'signed-in',
    actor: { personId: id, organisationId, name, roles },
    signInVersion: credentials.signInVersion,
  };
}

async function isThrottled(deps: Deps, keys: readonly [string, string], now: Date): Promise<boolean> {
  const { signInAttempts } = deps.stores;
  const [account, address] = await Promise.all(keys.map((key) => signInAttempts.countFailures(key, now)));
  return (account ?? 0) >= LIMIT_PER_ACCOUNT_AND_ADDRESS || (address ?? 0) >= LIMIT_PER_ADDRESS;
}

/** Asks Passport's local strategy, which knows nothing of requests here: address and password are passed as fields. */
function verify(deps: Deps, { email, password }: Tried): Promise<Credentials | null> {
  return new Promise((resolve, reject) => {
    const strategy = new Strategy({ usernameField: 'email' }, (address, word, done) => {
      check(deps, address, word).then(
        (found) => {
          done(null, found ?? false);
        },
        (error: unknown) => {
          done(error);
        },
      );
    });
    const authenticator = new passport.Passport();
    authenticator.use(strategy);
    const handler = authenticator.authenticate(
      'local',
      (error: unknown, found: Credentials | false | null | undefined) => {
        if (error) reject(error instanceof Error ? error : new Error('sign-in failed'));
        else resolve(found === false || found === undefined ? null : found);
      },
    ) as (req: object, res: object, next: (error: unknown) => void) => void;
    handler({ body: { email, password } }, {}, reject);
  });
}

async function check(deps: Deps, email: string, password: string): Promise<Credentials | null> {
  const credentials = await deps.stores.people.findCredentialsByEmail(email);
  const usable = credentials?.person.state === 'active' ? credentials : null;
  return (await deps.passwords.matches(usable?.passwordHash ?? null, password)) ? usable : null;
}
