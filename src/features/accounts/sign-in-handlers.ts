import type { Deps } from '../../deps.ts';
import { emptyForm } from '../../http/form-state.ts';
import { notFound, redirect, type Reply, type RefusedReply } from '../../http/reply.ts';
import type { FieldProblem, RawFields, WebSessionDoor } from '../../http/route.ts';
import { join, readJoinLink } from './join.ts';
import { joinPage, setUpPage, signInPage } from './pages.ts';
import type { SetUp } from './requests.ts';
import { mayBeSetUp, setUpOrganisation } from './set-up-organisation.ts';
import { signIn } from './sign-in.ts';

interface Refused {
  readonly raw: RawFields;
  readonly problems: readonly FieldProblem[];
}

const usedLink: RefusedReply = {
  kind: 'refused',
  status: 410,
  heading: 'This link no longer works',
  text: 'It was used already, or a newer one replaced it. Ask an owner of your organisation for a new link.',
  actions: [{ label: 'Sign in', href: '/sign-in' }],
};

export function signInHandlers(deps: Deps) {
  return {
    async showSetUp(): Promise<Reply> {
      return (await mayBeSetUp(deps)) ? setUpPage(emptyForm) : redirect('/sign-in');
    },

    async setUp({ body, webSession }: { body: SetUp; webSession: WebSessionDoor }): Promise<Reply> {
      const outcome = await setUpOrganisation(deps, body);
      switch (outcome.kind) {
        case 'already-set-up':
          return redirect('/sign-in');
        case 'wrong-code': {
          const { password: _password, ...values } = body;
          const message = 'This is not the code on the console. It changes with every start.';
          return { ...setUpPage({ values, problems: [{ field: 'code', message }] }), status: 422 };
        }
        case 'set-up':
          await webSession.signIn(outcome.owner, 0);
          return redirect('/', {
            kind: 'ok',
            text: 'Attune is set up. Add your people, then open your first role.',
          });
      }
    },

    async setUpAgain({ raw, problems }: Refused): Promise<Reply> {
      return (await mayBeSetUp(deps)) ? setUpPage({ values: raw, problems }) : redirect('/sign-in');
    },

    async showSignIn({ query }: { query: { next?: string | undefined } }): Promise<Reply> {
      if (await mayBeSetUp(deps)) return redirect('/set-up');
      return signInPage({ values: query.next === undefined ? {} : { next: query.next }, problems: [] });
    },

    async signIn(input: {
      body: { email: string; password: string; next?: string | undefined };
      clientIp: string;
      webSession: WebSessionDoor;
    }): Promise<Reply> {
      const { email, password, next = '' } = input.body;
      const outcome = await signIn(deps, { email, password, clientIp: input.clientIp });
      if (outcome.kind === 'signed-in') {
        await input.webSession.signIn(outcome.actor, outcome.signInVersion);
        return redirect(isOwnPath(next) ? next : '/');
      }
      const waiting = outcome.kind === 'wait';
      const message = waiting
        ? 'Too many tries. Wait 15 minutes, or ask an owner for a new link.'
        : 'Address and password do not belong together. Check both.';
      const page = signInPage({ values: { email, next }, problems: [{ field: 'email', message }] });
      return { ...page, status: waiting ? 429 : 422 };
    },

    signInAgain({ raw, problems }: Refused): Promise<Reply> {
      return Promise.resolve(signInPage({ values: raw, problems }));
    },

    async signOut({ webSession }: { webSession: WebSessionDoor }): Promise<Reply> {
      await webSession.signOut();
      return redirect('/sign-in');
    },

    async showJoin({ params }: { params: { token: string } }): Promise<Reply> {
      const credentials = await readJoinLink(deps, params.token);
      if (credentials === null) return usedLink;
      const { person } = credentials;
      return joinPage(person, `/join/${params.token}`, { values: { name: person.name }, problems: [] });
    },

    async join(input: {
      params: { token: string };
      body: { name: string; password: string };
      webSession: WebSessionDoor;
    }): Promise<Reply> {
      const outcome = await join(deps, input.params.token, input.body);
      if (outcome.kind === 'link-used') return usedLink;
      const { person, signInVersion } = outcome.credentials;
      const { id: personId, organisationId, name, roles } = person;
      await input.webSession.signIn({ personId, organisationId, name, roles }, signInVersion);
      return redirect('/');
    },

    async joinAgain({ params, raw, problems }: Refused & { params: { token: string } }): Promise<Reply> {
      const credentials = await readJoinLink(deps, params.token);
      if (credentials === null) return notFound;
      return joinPage(credentials.person, `/join/${params.token}`, { values: raw, problems });
    },
  };
}

/** Only paths of our own: `//host` and backslashes would lead away. */
function isOwnPath(path: string): boolean {
  return /^\/(?![/\\])[\w\-./?=&%]*$/.test(path);
}
