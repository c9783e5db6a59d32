import type { Reply } from './reply.ts';

/** Whom somebody may ask whose data were erased. */
export interface ErasedContact {
  readonly organisation: string;
  readonly name: string;
  readonly email: string;
}

/** The answer to a device that still has pages of an attempt that was erased. Its script removes what it kept itself. */
export function erasedReply(attemptId: string, contact: ErasedContact, wantsJson: boolean): Reply {
  if (wantsJson) return { kind: 'json', status: 410, body: { error: 'erased' } };
  const { organisation, name, email } = contact;
  const heading = 'This test has been erased';
  return {
    kind: 'page',
    status: 410,
    layout: 'candidate',
    view: 'errors/erased',
    title: heading,
    organisation,
    vm: {
      attemptId,
      heading,
      lines: [
        'Your answers and your contact data were deleted, on request or because the time for keeping them was over.',
        'Nothing more is saved here, and what this device had kept of your answers is removed as well.',
      ],
      contact: { name, email, href: `mailto:${email}` },
    },
  };
}
