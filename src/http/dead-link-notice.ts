import type { CandidateContact, Notice } from './parts.ts';

export const DEAD_LINK = 'This link no longer works';

/** A genuine link that was replaced or taken back: what may help, and whom to ask. */
export const deadLinkNotice = (contact: CandidateContact, whatHelps: string): Notice => ({
  look: 'info',
  heading: null,
  lines: [whatHelps, `There is none? Ask ${contact.name}:`],
  links: [{ label: contact.email, href: contact.href }],
});
