import { here, link, place, reasonBox, submit, text } from './pieces.ts';

const chipText = {
  plain: 'Review',
  accent: 'Interview',
  ok: 'Two raters agree',
  warn: 'Waiting for a third rater',
  danger: 'Part missing',
};

export const pageExamples = {
  breadcrumb: { links: [here('Roles')], here: 'Patient support coordinator' },
  header: {
    heading: 'Parts of the design system',
    sub: 'Live now: version 3, used for 41 reports',
    chips: [{ label: 'Draft 4, not published', look: 'warn' as const }],
    buttons: [
      { kind: 'dialog' as const, label: 'Discard draft', look: 'plain' as const, dialogId: 'discard' },
      link('Review and publish', 'primary'),
    ],
  },
  buttons: [
    submit('Save', 'primary'),
    link('Back'),
    submit('More', 'quiet'),
    submit('Erase this applicant', 'danger'),
  ],
  chips: (['plain', 'accent', 'ok', 'warn', 'danger'] as const).map((look) => ({
    label: chipText[look],
    look,
  })),
  notices: (['info', 'ok', 'warn', 'danger'] as const).map((look) => ({
    look,
    heading: chipText[look === 'info' ? 'accent' : look],
    lines: ['What happened stands here in one or two short sentences.'],
    links: look === 'warn' ? [here('See the full check')] : [],
  })),
  card: { id: 'history', heading: 'History', note: 'Newest first', buttons: [] },
  definitions: {
    items: [
      { term: 'Version 3 published by Omar Haddad', cell: text('12 May') },
      {
        term: 'Rubric',
        cell: { kind: 'link' as const, text: 'Patient support, version 3', href: '#main', sub: null },
      },
      {
        term: 'Stage',
        cell: { kind: 'chips' as const, chips: [{ label: 'Interview', look: 'accent' as const }] },
      },
    ],
  },
  emptyState: {
    heading: 'No applicants yet',
    text: 'Invite the first applicants. They receive a link and need no account.',
    buttons: [link('Invite applicants', 'primary')],
  },
  tabs: {
    label: 'Charts',
    links: [place('Bands', true), place('Radar'), place('Distribution')],
  },
  dialog: {
    id: 'discard',
    heading: 'Discard this draft?',
    lines: ['Version 3 stays as it is. The changes of draft 4 cannot be brought back.'],
    action: '/drafts/discard',
    textareas: [{ ...reasonBox, id: 'discard-reason', name: 'discardReason' }],
    confirm: submit('Discard draft', 'danger'),
    close: 'Keep the draft',
  },
};
