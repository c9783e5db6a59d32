import { formatDate } from '../../presentation/format-date.ts';
import type { Publication } from '../../core/rubric/rubric-draft.ts';
import { whyNotAdopted } from '../../core/rubric/why-not-adopted.ts';
import type { RubricAtWork } from './load-rubric.ts';
import { NEVER } from './rubric-words.ts';

interface ChangeCard {
  readonly heading: string;
  readonly lines: readonly string[];
  readonly withdraw: { readonly action: string; readonly rev: string } | null;
}

const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'UTC' });

/** The change that is on its way to counting; null where none is. */
export function changeCard(at: RubricAtWork, mayEdit: boolean, now: Date): ChangeCard | null {
  const { publication, rev } = at.rubric;
  if (publication === null) return null;
  const waiting = publication.state === 'waiting';
  const never = whyNotAdopted(at.requisition, publication);
  return {
    heading: `Version ${publication.number} is on its way`,
    lines: [
      proposedWords(at, publication),
      waiting
        ? never === null
          ? waitingWords(publication, now)
          : NEVER[never]
        : 'It is approved and being taken over. People are brought up to date one by one, and responses rated again where that is needed; until then the old version counts.',
    ],
    withdraw:
      waiting && mayEdit
        ? {
            action: `/requisitions/${at.requisition.id}/rubric/publication/withdrawal`,
            rev: String(rev),
          }
        : null,
  };
}

function proposedWords({ people }: RubricAtWork, { by, at, scope, reason }: Publication): string {
  const who = people.find(({ id }) => id === by)?.name ?? 'Somebody who is gone';
  return `${who} asked for it on ${formatDate(at)}, ${SCOPE[scope]}: “${reason}”`;
}

export const SCOPE = {
  everybody: 'for everybody in the running intake',
  'next-intake': 'for people invited from then on',
} as const;

/** Whom it waits for, or until when. */
export function waitingWords({ dueAt }: Pick<Publication, 'dueAt'>, now: Date): string {
  if (dueAt === null) {
    return 'Somebody has a score already, so a second person looks at it first: any owner or auditor may approve it.';
  }
  const until = `${formatDate(dueAt)}, ${clock.format(dueAt)} UTC`;
  return dueAt > now
    ? `There is no second person who could approve it, so it takes effect by itself after two days, on ${until}.`
    : `Its two days ended on ${until}; it takes effect within a minute.`;
}
