import type { RequestHandler } from 'express';
import expressSession from 'express-session';
import passport from 'passport';
import type { Request } from 'express';
import type { Actor } from '../core/person/person.ts';
import type { HttpDeps } from './http-deps.ts';
import type { Flash } from './reply.ts';
import type { WebSessionDoor } from './route.ts';

declare module 'express-session' {
  interface SessionData {
    flash?: Flash;
  }
}

interface SignedIn {
  readonly personId: string;
  readonly signInVersion: number;
}

const IDLE_MS = 12 * 60 * 60 * 1000;

/** The staff login: stored on the server, renewed at sign-in, dead after sign-out or when an account is closed. */
export function setUpWebSession(deps: HttpDeps): RequestHandler[] {
  const authenticator = new passport.Passport();
  authenticator.serializeUser((user, done) => {
    done(null, user);
  });
  authenticator.deserializeUser((stored: SignedIn, done) => {
    deps.findActor(stored.personId, stored.signInVersion).then(
      (actor) => {
        done(null, actor ?? false);
      },
      (error: unknown) => {
        done(error);
      },
    );
  });
  const secure = deps.config.publicUrl.startsWith('https:');
  return [
    expressSession({
      name: secure ? '__Host-attune' : 'attune',
      secret: deps.secret,
      store: deps.webSessionStore,
      resave: false,
      saveUninitialized: false,
      rolling: false,
      proxy: deps.config.trustProxy > 0,
      cookie: { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge: IDLE_MS },
    }),
    authenticator.session() as RequestHandler,
  ];
}

/** Passport makes a new session id at sign-in and at sign-out, so a planted id never becomes a login. */
export function webSessionDoor(req: Request): WebSessionDoor {
  return {
    signIn: (actor: Actor, signInVersion: number) =>
      settle((done) => {
        req.logIn({ personId: actor.personId, signInVersion }, done);
      }),
    signOut: () =>
      settle((done) => {
        req.logOut(done);
      }),
  };
}

function settle(start: (done: (error?: unknown) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    start((error) => {
      if (error === undefined || error === null) resolve();
      else reject(error instanceof Error ? error : new Error('the web session could not be changed'));
    });
  });
}

/** A message for the next page, shown once. */
export function putFlash(req: Request, flash: Flash): void {
  if (req.isAuthenticated()) req.session.flash = flash;
}

export function takeFlash(req: Request): Flash | null {
  const session = req.session as Partial<typeof req.session> | undefined;
  const flash = session?.flash ?? null;
  if (flash !== null) delete req.session.flash;
  return flash;
}
