import { candidateContact } from '../../../http/candidate-contact.ts';
import type { PageReply } from '../../../http/reply.ts';
import type { Invitation } from '../find-invitation.ts';

/** Asks once more before somebody withdraws, and says what will happen. */
export function withdrawalPage({ requisition, organisation, attempt }: Invitation, token: string): PageReply {
  const heading = 'Do you want to withdraw?';
  const contact = candidateContact(organisation);
  return {
    kind: 'page',
    layout: 'candidate',
    view: 'candidate-attempt/withdrawal',
    title: heading,
    organisation: organisation.name,
    contact,
    simulated: requisition.simulated,
    vm: {
      heading,
      lines: [
        `${organisation.name} will no longer consider you for the role “${requisition.title}”.`,
        ...(attempt?.state === 'open' ? ['Your test ends at once. You cannot go on with it.'] : []),
        'What nobody has read yet is not read any more. You get no more mail about this test.',
        'This is final. You need not say why.',
      ],
      action: `/i/${token}/withdrawal`,
      back: `/i/${token}`,
      contact,
    },
  };
}
