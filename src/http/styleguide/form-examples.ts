import type { ErrorSummary, RadioCards, RankList, Select } from '../parts.ts';
import { link, noNotes, place, reasonBox, textField } from './pieces.ts';

const stageSelect: Select = {
  ...noNotes,
  id: 'stage',
  name: 'stage',
  label: 'Stage',
  value: 'any',
  options: [
    { value: 'any', label: 'Any stage' },
    { value: 'interview', label: 'Interview' },
  ],
};

const weights: RankList = {
  ...noNotes,
  id: 'weights',
  name: 'order',
  label: 'Weights',
  hint: 'Percent of the written score. The total must be 100.',
  unit: '%',
  total: 'Total 100 %',
  items: ['Naming what is felt', 'Seeing their side', 'Useful next step'].map((label, index) => ({
    value: `c${index + 1}`,
    label,
    number: { name: `weight-c${index + 1}`, value: index === 2 ? '40' : '30' },
  })),
};

const errorSummary: ErrorSummary = {
  heading: 'Two things need a change',
  errors: [
    { text: 'Enter an e-mail address like name@example.org', fieldId: 'email' },
    { text: 'Choose how much time is usual', fieldId: 'time' },
  ],
};
const time: RadioCards = {
  id: 'time',
  name: 'time',
  label: 'How much time do you want?',
  hint: 'You need no reason and no proof.',
  error: 'Choose how much time is usual',
  value: '50',
  required: false,
  options: [
    { value: '0', label: 'Usual time', hint: '30 minutes and 40 minutes' },
    { value: '50', label: 'Half as much again', hint: '45 minutes and 60 minutes' },
  ],
};

export const formExamples = {
  errorSummary,
  fields: [
    textField,
    {
      ...textField,
      id: 'email',
      name: 'email',
      label: 'E-mail',
      type: 'email' as const,
      value: 'lena.fischer',
      hint: 'We write only about this application.',
      error: 'Enter an e-mail address like name@example.org',
      autocomplete: 'email',
    },
    {
      ...textField,
      id: 'places',
      name: 'places',
      label: 'Places',
      type: 'number' as const,
      value: '3',
      min: '1',
    },
    {
      ...textField,
      id: 'opens',
      name: 'opens',
      label: 'Opens on',
      type: 'date' as const,
      value: '2026-11-25',
    },
  ],
  reason: reasonBox,
  radios: time,
  checks: {
    ...noNotes,
    id: 'roles',
    name: 'roles',
    label: 'Rights of this person',
    options: [
      { value: 'recruiter', label: 'Recruiter', hint: 'Creates roles, invites, decides', checked: true },
      { value: 'rater', label: 'Rater', hint: null, checked: false },
    ],
  },
  checkbox: {
    ...noNotes,
    id: 'read',
    name: 'read',
    label: 'I have read this',
    value: 'yes',
    checked: false,
  },
  filter: {
    label: 'Filter applicants',
    action: '/styleguide',
    keep: [],
    controls: [
      { kind: 'select' as const, select: stageSelect },
      {
        kind: 'field' as const,
        field: {
          ...textField,
          id: 'from',
          name: 'from',
          label: 'Last change from',
          type: 'date' as const,
          value: '',
        },
      },
      {
        kind: 'checkbox' as const,
        checkbox: { ...noNotes, id: 'mine', name: 'mine', label: 'Only mine', value: 'yes', checked: true },
      },
    ],
    apply: 'Apply',
    clear: { label: 'Clear', href: '/styleguide' },
  },
  savedViews: {
    label: 'Ready to review',
    views: [place('Ready to review', true), place('Waiting for rating')],
    save: link('Save this view'),
  },
  menu: { label: 'More', links: [place('Export as CSV')] },
  copyLink: {
    id: 'invitation',
    label: 'Invitation link',
    hint: 'It can be shown again at any time.',
    value: 'https://attune.example.org/i/k3v9…',
    copyLabel: 'Copy',
    copied: 'Copied',
  },
  rank: weights,
};
