import type { Deps } from '../../../deps.ts';
import type { FormState } from '../../../http/form-state.ts';
import { redirect, type Reply } from '../../../http/reply.ts';
import type { FieldProblem, RawFields } from '../../../http/route.ts';
import { askForLink, askToLookAgain, withdraw } from './change-status.ts';
import { loadStatus, type Standstill } from './load-status.ts';
import { mayWithdraw, statusPage } from './status-page.ts';
import { withdrawalPage } from './withdrawal-page.ts';
import { withLink, type LinkVisit } from './with-link.ts';
import type { Invitation } from '../find-invitation.ts';

const toLink = ({ params }: LinkVisit): Reply => redirect(`/i/${params.token}`);

/** What a candidate can still do by the link: look, ask, and withdraw. */
export function statusHandlers(deps: Deps) {
  async function show(
    visit: LinkVisit,
    found: { kind: Standstill; invitation: Invitation },
    form: FormState,
  ): Promise<Reply> {
    const status = await loadStatus(deps, found.kind, found.invitation);
    return statusPage(status, visit.params.token, form, visit.recvAt);
  }

  return {
    show,

    askForLink: (visit: LinkVisit): Promise<Reply> =>
      withLink(deps, visit, async ({ kind, invitation }) => {
        if (kind === 'expired') await askForLink(deps, invitation, visit.recvAt);
        return toLink(visit);
      }),

    lookAgain: (visit: LinkVisit & { body: { reason: string } }): Promise<Reply> =>
      withLink(deps, visit, async (found) => {
        const status = await loadStatus(deps, found.kind, found.invitation);
        if (found.kind === 'over') await askToLookAgain(deps, status, visit.body.reason, visit.recvAt);
        return redirect(`/i/${visit.params.token}#look-again`);
      }),

    lookAgainTyped: (
      visit: LinkVisit & { raw: RawFields; problems: readonly FieldProblem[] },
    ): Promise<Reply> =>
      withLink(deps, visit, (found) =>
        found.kind === 'open'
          ? toLink(visit)
          : show(visit, found, { values: visit.raw, problems: visit.problems }),
      ),

    confirmWithdrawal: (visit: LinkVisit): Promise<Reply> =>
      withLink(deps, visit, (found) =>
        mayWithdraw(found) ? withdrawalPage(found.invitation, visit.params.token) : toLink(visit),
      ),

    withdraw: (visit: LinkVisit): Promise<Reply> =>
      withLink(deps, visit, async (found) => {
        if (mayWithdraw(found)) await withdraw(deps, found.invitation, visit.recvAt);
        return toLink(visit);
      }),
  };
}
