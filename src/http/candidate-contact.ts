import type { CandidateContact } from './parts.ts';

interface Settings {
  readonly contactName: string;
  readonly contactEmail: string;
  readonly technicalHelp: string | null;
  readonly answerWithinDays: number | null;
}

const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const PHONE = /^\+?[\d\s()/-]{6,}$/;

/** What candidates read about whom to ask; an address or a number alone can be tapped. */
export function candidateContact(settings: Settings): CandidateContact {
  const { contactName, contactEmail, technicalHelp, answerWithinDays: days } = settings;
  return {
    name: contactName,
    email: contactEmail,
    href: `mailto:${contactEmail}`,
    answer: days === null ? null : `You get an answer within ${days === 1 ? '1 day' : `${days} days`}.`,
    technicalHelp: technicalHelp === null ? null : { text: technicalHelp, href: hrefOf(technicalHelp) },
  };
}

function hrefOf(text: string): string | null {
  if (ADDRESS.test(text)) return `mailto:${text}`;
  return PHONE.test(text) ? `tel:${text.replace(/[^\d+]/g, '')}` : null;
}
