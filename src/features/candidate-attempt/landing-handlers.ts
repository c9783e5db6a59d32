import type { Deps } from '../../deps.ts';
import { CANDIDATE_COOKIE } from '../../http/guard.ts';
import type { RefusedReply, Reply } from '../../http/reply.ts';
import type { FieldProblem, RawFields } from '../../http/route.ts';
import { addressesOf } from './address.ts';
import { begin } from './begin.ts';
import { findInvitation, type Invitation } from './find-invitation.ts';
import { deadLinkPage, landingPage, untouched } from './landing-page.ts';
import type { Begin } from './requests.ts';

interface Visit {
  readonly params: { readonly token: string };
  readonly recvAt: Date;
}

const noSuchLink: RefusedReply = {
  kind: 'refused',
  status: 404,
  heading: 'This link leads nowhere',
  text: 'Part of the address may be missing. Open the link from the message again, or copy all of it into the address line.',
  actions: [],
};

/** Longer than any attempt can last, so that nobody loses the device's binding in the middle. */
const COOKIE_MS = 60 * 24 * 60 * 60 * 1000;

export function landingHandlers(deps: Deps) {
  /** Finds the invitation and goes on with it, or answers why the link does not lead in. */
  async function withInvitation(
    { params, recvAt }: Visit,
    goOn: (invitation: Invitation) => Reply | Promise<Reply>,
  ): Promise<Reply> {
    const found = await findInvitation(deps, params.token, recvAt);
    if (found.kind === 'absent') return noSuchLink;
    if (found.kind === 'open') return goOn(found.invitation);
    return deadLinkPage(found.kind, found.organisation);
  }

  return {
    show(visit: Visit): Promise<Reply> {
      return withInvitation(visit, (invitation) => landingPage(invitation, visit.params.token, untouched));
    },

    begin(visit: Visit & { readonly body: Begin }): Promise<Reply> {
      return withInvitation(visit, async (invitation) => {
        const problems = invitation.attempt === null ? missing(visit.body) : [];
        if (problems.length > 0) {
          const form = {
            read: visit.body.read === 'yes',
            assistance: visit.body.assistance === 'yes',
            problems,
          };
          return { ...landingPage(invitation, visit.params.token, form), status: 422 };
        }
        const { attempt, cookie } = await begin(deps, invitation, visit.recvAt);
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
      });
    },

    /** The request did not come from our page, or a field was strange: the same page, as it was filled. */
    again(visit: Visit & { raw: RawFields; problems: readonly FieldProblem[] }): Promise<Reply> {
      const { raw, problems, params } = visit;
      const form = { read: raw['read'] === 'yes', assistance: raw['assistance'] === 'yes', problems };
      return withInvitation(visit, (invitation) => landingPage(invitation, params.token, form));
    },
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
