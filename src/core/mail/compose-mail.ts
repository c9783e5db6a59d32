import { mailBodies } from './mail-bodies.ts';
import { blocksOf, subjectOf, type MailContent } from './mail-words.ts';
import { plainLine } from './plain-line.ts';

interface Mailbox {
  readonly name: string;
  readonly address: string;
}

/** A mail ready to be sent: headers without line ends, and two bodies that say the same. */
export interface ComposedMail {
  readonly messageId: string;
  readonly from: Mailbox;
  readonly to: Mailbox;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface Envelope {
  readonly mailId: string;
  /** The host of the installation; the right side of the Message-ID. */
  readonly host: string;
  readonly address: string;
}

/** The same mail has the same Message-ID however often it is tried, so that mail programs can tell a repetition. */
export function composeMail(content: MailContent, { mailId, host, address }: Envelope): ComposedMail {
  const plain = plainContent(content);
  return {
    messageId: `<${mailId}@${host}>`,
    from: { name: plain.organisation, address: plain.contact.email },
    to: { name: plain.name, address: plainLine(address) },
    ...previewMail(plain),
  };
}

/** What a mail will say, before anybody is known to whom it goes. */
export function previewMail(content: MailContent): Pick<ComposedMail, 'subject' | 'text' | 'html'> {
  const plain = plainContent(content);
  return { subject: subjectOf(plain), ...mailBodies(blocksOf(plain)) };
}

const plainContent = (content: MailContent): MailContent => ({
  ...content,
  name: plainLine(content.name),
  organisation: plainLine(content.organisation),
  roleTitle: plainLine(content.roleTitle),
  contact: { name: plainLine(content.contact.name), email: plainLine(content.contact.email) },
  technicalHelp: content.technicalHelp === null ? null : plainLine(content.technicalHelp),
});
