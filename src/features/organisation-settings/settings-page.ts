import { candidateContact } from '../../http/candidate-contact.ts';
import { fieldFor, summaryFor, type FormState } from '../../http/form-state.ts';
import type { Notice } from '../../http/parts.ts';
import type { PageReply } from '../../http/reply.ts';
import type { Organisation, OrganisationSettings } from '../../store/organisation-store.ts';

const OVERTAKEN: Notice = {
  look: 'warn',
  heading: 'Somebody changed the settings meanwhile',
  lines: [
    'Nothing you typed was saved, and nothing is lost: it is still in the form. What candidates see now stands below it.',
    'Save again to replace it with yours, or open the page again to keep it.',
  ],
  links: [],
};

/** Fields of stored settings as if they had been typed. */
export function typedSettings(settings: OrganisationSettings): FormState['values'] {
  const { name, contactName, contactEmail, technicalHelp, answerWithinDays } = settings;
  return {
    name,
    contactName,
    contactEmail,
    technicalHelp: technicalHelp ?? '',
    answerWithinDays: answerWithinDays === null ? '' : String(answerWithinDays),
  };
}

/** What candidates read about the organisation, as a form and as they see it. */
export function settingsPage(organisation: Organisation, form: FormState, overtaken: boolean): PageReply {
  const vm = {
    header: {
      heading: 'Settings',
      sub: 'Your organisation, as candidates read about it.',
      chips: [],
      buttons: [],
    },
    links: [
      {
        label: 'Roles of the organisation',
        href: '/settings/roles',
        text: 'When applicants are erased, and the release of Judgment.',
      },
      {
        label: 'Expert panels',
        href: '/settings/panels',
        text: 'People who know the job make the key of an assessment.',
      },
      { label: 'Erase an applicant', href: '/erasure', text: 'Somebody asks you to delete everything.' },
      { label: 'People', href: '/people', text: 'Who may do what.' },
    ],
    summary: summaryFor(form),
    overtaken: overtaken ? OVERTAKEN : null,
    rev: String(organisation.rev),
    ...fieldsOf(form),
    preview: { employer: organisation.name, contact: candidateContact(organisation) },
  };
  const view = 'organisation-settings/settings';
  return { kind: 'page', layout: 'staff', view, title: 'Settings', vm };
}

const fieldsOf = (form: FormState) => ({
  name: fieldFor(form, {
    name: 'name',
    label: 'Name of the organisation',
    hint: 'Above every page of a candidate.',
    autocomplete: 'organization',
  }),
  contactName: fieldFor(form, {
    name: 'contactName',
    label: 'Whom candidates may ask',
    hint: 'A person or a team, such as “The hiring team”.',
  }),
  contactEmail: fieldFor(form, { name: 'contactEmail', label: 'Their e-mail address', type: 'email' }),
  technicalHelp: fieldFor(form, {
    name: 'technicalHelp',
    label: 'Help when a page does not work',
    hint: 'A telephone number, an e-mail address or a sentence. Empty where the contact above helps.',
    required: false,
  }),
  answerWithinDays: fieldFor(form, {
    name: 'answerWithinDays',
    label: 'Days within which candidates get an answer',
    hint: 'Only where you can keep it. Empty: nothing is promised.',
    type: 'number',
    min: '1',
    max: '60',
    required: false,
  }),
});
