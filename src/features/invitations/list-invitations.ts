import { invitationState, type InvitationState } from '../../core/applicant/invitation-state.ts';
import type { Actor } from '../../core/person/person.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';
import { makeLinkToken } from '../../ops/link-token.ts';

const ON_A_PAGE = 50;

/** One line of the invitation page. No applicant id, label, level or figure: names stand alone. */
export interface InvitationLine {
  readonly invitationId: string;
  readonly name: string;
  readonly email: string;
  readonly state: InvitationState;
  readonly invitedAt: Date;
  readonly linkExpiresAt: Date;
  /** Null where no link works any more. */
  readonly link: string | null;
}

interface InvitationList {
  readonly lines: readonly InvitationLine[];
  /** The invitation after which the next page begins; null on the last. */
  readonly next: string | null;
}

export async function listInvitations(
  deps: Deps,
  actor: Actor,
  requisition: Requisition,
  after: string | null,
): Promise<InvitationList> {
  const { applicants, attempts } = deps.stores;
  const { organisationId } = actor;
  const place =
    after === null ? null : await applicants.findInvitation(organisationId, requisition.id, after);
  const found = await applicants.listInvitations(organisationId, requisition.id, ON_A_PAGE + 1, place);
  const page = found.slice(0, ON_A_PAGE);
  const states = await attempts.listStates(
    organisationId,
    requisition.id,
    page.map(({ applicantId }) => applicantId),
  );
  const now = deps.clock();
  const lines = page.map(
    ({ applicantId, invitationId, name, email, invitedAt, linkExpiresAt, linkVersion }): InvitationLine => {
      const state = invitationState(linkExpiresAt, states.get(applicantId) ?? null, now);
      const token = makeLinkToken(deps.secret, 'invitation', { id: applicantId, version: linkVersion });
      const link = state === 'ended' ? null : `${deps.config.publicUrl}/i/${token}`;
      return { invitationId, name, email, invitedAt, linkExpiresAt, state, link };
    },
  );
  return { lines, next: found.length > ON_A_PAGE ? (page.at(-1)?.invitationId ?? null) : null };
}
