import type { Applicant } from '../../core/applicant/applicant.ts';
import type { Note, ReadableNotes } from '../../core/applicant/note.ts';
import type { PersonId } from '../../core/kernel/ids.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import { applicantAt, applicantPage } from '../../http/applicant-page.ts';
import { errorOf, summaryFor, textareaFor, textOf, type FormState } from '../../http/form-state.ts';
import type { Checkbox } from '../../http/parts.ts';
import type { PageReply } from '../../http/reply.ts';
import { blindWords } from '../../presentation/blind-words.ts';
import { formatCount } from '../../presentation/format-count.ts';
import { formatDate } from '../../presentation/format-date.ts';

interface NotePage {
  readonly requisition: Requisition;
  readonly applicant: Applicant;
  readonly notes: ReadableNotes;
  readonly names: ReadonlyMap<PersonId, string>;
  /** Null shows what is stored. */
  readonly typed: FormState | null;
}

export function notePage({ requisition, applicant, notes, names, typed }: NotePage): PageReply {
  const { role: at, here } = applicantAt(requisition, applicant);
  const form = typed ?? storedForm(notes.own);
  const vm = {
    summary: summaryFor(form),
    action: `${here}/note`,
    text: textareaFor(form, {
      name: 'text',
      label: 'Your note',
      hint: 'Short, and about the job. Write no name: the applicant may ask to read what is kept about them. Empty it to take it back.',
      rows: 5,
      required: false,
    }),
    shared: {
      id: 'shared',
      name: 'shared',
      label: 'Share it with the members of this role',
      hint: 'Otherwise nobody else reads it here. Others read it once they have written a note of their own.',
      error: errorOf(form, 'shared'),
      value: 'yes',
      checked: textOf(form, 'shared') === 'yes',
    } satisfies Checkbox,
    others: notes.others.map(({ personId, text, at: when }) => ({
      who: names.get(personId) ?? 'Somebody who is gone',
      when: formatDate(when),
      text,
    })),
    otherwise: othersWords(notes),
    back: { label: 'Back to the applicants', href: `${at}/applicants` },
  };
  return applicantPage({
    requisition,
    applicant,
    way: ['applicants', 'report'],
    here: 'Note',
    header: {
      heading: `Note on ${applicant.label}`,
      sub: `${requisition.title} · ${blindWords(requisition)}`,
    },
    view: 'applicant-notes/note',
    vm,
  });
}

const storedForm = (own: Note | null): FormState => ({
  values: { text: own?.text ?? '', ...(own?.shared === true ? { shared: 'yes' } : {}) },
  problems: [],
});

function othersWords({ others, hidden }: ReadableNotes): string | null {
  if (others.length > 0) return null;
  return hidden === 0
    ? 'Nobody else shares a note on this applicant.'
    : `${formatCount(hidden, 'note', 'notes')} of others can be read once you have written your own.`;
}
