import type { Deps } from '../../deps.ts';
import { emptyForm } from '../../http/form-state.ts';
import { CANDIDATE_COOKIE } from '../../http/cookies.ts';
import type { Reply } from '../../http/reply.ts';
import type { FieldProblem, RawFields } from '../../http/route.ts';
import { addressesOf } from './address.ts';
import { begin, type Entering } from './begin.ts';
import type { Invitation } from './find-invitation.ts';
import { landingPage, untouched } from './landing-page.ts';
import type { Begin } from './requests.ts';
import { statusHandlers } from './status/status-handlers.ts';
import { withLink, type LinkVisit } from './status/with-link.ts';

/** Longer than any attempt can last, so that nobody loses the device's binding in the middle. */
const COOKIE_MS = 60 * 24 * 60 * 60 * 1000;

export function landingHandlers(deps: Deps) {
  const status = statusHandlers(deps);

  /** Goes on where the test can be begun or goes on; else shows how things stand. */
  const whileOpen = (visit: LinkVisit, goOn: (invitation: Invitation) => Reply | Promise<Reply>) =>
    withLink(deps, visit, (found) =>
      found.kind === 'open' ? goOn(found.invitation) : status.show(visit, found, emptyForm),
    );

  return {
    show: (visit: LinkVisit): Promise<Reply> =>
      whileOpen(visit, (invitation) => landingPage(invitation, visit.params.token, untouched)),

    begin: (visit: LinkVisit & Entering & { readonly body: Begin }): Promise<Reply> =>
      withLink(deps, visit, (found) => {
        const { invitation } = found;
        if (found.kind !== 'open' && invitation.attempt === null) {
          return status.show(visit, found, emptyForm);
        }
        const problems = invitation.attempt === null ? missing(visit.body) : [];
        if (problems.length > 0) {
          const { read, assistance } = visit.body;
          const form = { read: read === 'yes', assistance: assistance === 'yes', problems };
          return { ...landingPage(invitation, visit.params.token, form), status: 422 };
        }
        return enter(deps, invitation, visit);
      }),

    /** The request did not come from our page, or a field was strange: the same page, as it was filled. */
    again: (visit: LinkVisit & { raw: RawFields; problems: readonly FieldProblem[] }): Promise<Reply> => {
      const { raw, problems, params } = visit;
      const form = { read: raw['read'] === 'yes', assistance: raw['assistance'] === 'yes', problems };
      return whileOpen(visit, (invitation) => landingPage(invitation, params.token, form));
    },
  };
}

/** Begins, goes on or looks at what is over, on this device, which is the candidate's from now on. */
async function enter(deps: Deps, invitation: Invitation, entering: Entering): Promise<Reply> {
  const { attempt, cookie } = await begin(deps, invitation, entering);
  return {
    kind: 'redirect',
    to: addressesOf(attempt.id, attempt.epoch).overview,
    cookies: [
      {
        name: CANDIDATE_COOKIE,
        value: cookie,
        path: `/attempts/${attempt.id}`,
        maxAgeMs: COOKIE_MS,
        httpOnly: true,
      },
    ],
  };
}

function missing({ read, assistance }: Begin): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (read !== 'yes')
    problems.push({ field: 'read', message: 'Tick that you have read what happens with your answers.' });
  if (assistance !== 'yes')
    problems.push({ field: 'assistance', message: 'Tick that you have read what help is fine.' });
  return problems;
}
