import type { Deps } from '../../../deps.ts';
import type { RefusedReply, Reply } from '../../../http/reply.ts';
import { findInvitation, type FoundInvitation, type Invitation } from '../find-invitation.ts';
import { replacedLinkPage } from '../landing-page.ts';

/** A request by the link of an invitation. */
export interface LinkVisit {
  readonly params: { readonly token: string };
  readonly recvAt: Date;
}

type Found = Extract<FoundInvitation, { readonly invitation: Invitation }>;

const noSuchLink: RefusedReply = {
  kind: 'refused',
  status: 404,
  heading: 'This link leads nowhere',
  text: 'Part of the address may be missing. Open the link from the message again, or copy all of it into the address line.',
  actions: [],
};

/** Finds the invitation and goes on with it, or says why the link leads nowhere. */
export async function withLink(
  deps: Deps,
  { params, recvAt }: LinkVisit,
  goOn: (found: Found) => Reply | Promise<Reply>,
): Promise<Reply> {
  const found = await findInvitation(deps, params.token, recvAt);
  if (found.kind === 'absent') return noSuchLink;
  if (found.kind === 'replaced') return replacedLinkPage(found.organisation);
  return goOn(found);
}
