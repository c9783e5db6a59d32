import { blocksOf, subjectOf, type Block, type MailContent } from './mail-words.ts';
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

interface Envelope {
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
  const blocks = blocksOf(plain);
  return {
    subject: subjectOf(plain),
    text: `${blocks.map(textOf).join('\n\n')}\n`,
    html: `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"></head><body>\n${blocks.map(htmlOf).join('\n')}\n</body></html>\n`,
  };
}

const plainContent = (content: MailContent): MailContent => ({
  ...content,
  name: plainLine(content.name),
  organisation: plainLine(content.organisation),
  roleTitle: plainLine(content.roleTitle),
  contact: { name: plainLine(content.contact.name), email: plainLine(content.contact.email) },
  technicalHelp: content.technicalHelp === null ? null : plainLine(content.technicalHelp),
});

function textOf(block: Block): string {
  if (block.kind === 'text') return block.text;
  if (block.kind === 'link') return `${block.label}:\n${block.href}`;
  return block.items.map((item) => `- ${item}`).join('\n');
}

function htmlOf(block: Block): string {
  if (block.kind === 'text') return `<p>${escaped(block.text)}</p>`;
  if (block.kind === 'list')
    return `<ul>${block.items.map((item) => `<li>${escaped(item)}</li>`).join('')}</ul>`;
  const href = escaped(block.href);
  return `<p>${escaped(block.label)}:<br><a href="${href}">${href}</a></p>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

const escaped = (text: string): string => text.replace(/[&<>"]/g, (mark) => ENTITIES[mark] ?? mark);
