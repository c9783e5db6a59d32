import type {
  Button,
  Cell,
  Column,
  DataTable,
  ErrorSummary,
  Field,
  Figure,
  LevelCards,
  RadioCards,
  RankList,
  Row,
  Scale,
  Select,
  SubmitButton,
  Textarea,
} from './parts.ts';

/** Example data for every part, so that the whole system can be looked at on one page while building. */
export function styleguideVm() {
  return {
    ...pageExamples(),
    ...formExamples(),
    ...dataExamples(),
    ...attemptExamples(),
    ...ratingExamples(),
  };
}

const noNotes = { hint: null, error: null };
const link = (label: string, look: 'primary' | 'plain' = 'plain'): Button => ({
  kind: 'link',
  label,
  look,
  href: '#main',
});
const submit = (
  label: string,
  look: SubmitButton['look'],
  key: SubmitButton['key'] = null,
): SubmitButton => ({
  kind: 'submit',
  label,
  look,
  name: null,
  value: null,
  form: null,
  fragment: null,
  key,
});
const text = (value: string, sub: string | null = null): Cell => ({ kind: 'text', text: value, sub });

function pageExamples() {
  return {
    breadcrumb: { links: [{ label: 'Roles', href: '#main' }], here: 'Patient support coordinator' },
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
      links: look === 'warn' ? [{ label: 'See the full check', href: '#main' }] : [],
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
      links: ['Bands', 'Radar', 'Distribution'].map((label, index) => ({
        label,
        href: '#main',
        current: index === 0,
      })),
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
}

const chipText = {
  plain: 'Review',
  accent: 'Interview',
  ok: 'Two raters agree',
  warn: 'Waiting for a third rater',
  danger: 'Part missing',
};

const reasonBox: Textarea = {
  ...noNotes,
  id: 'reason',
  name: 'reason',
  label: 'Reason',
  hint: 'It is kept with the change.',
  value: '',
  rows: 3,
  required: true,
  words: null,
  key: null,
};

const textField: Field = {
  ...noNotes,
  id: 'title',
  name: 'title',
  label: 'Title of the role',
  type: 'text',
  value: 'Patient support coordinator',
  required: true,
  autocomplete: null,
  min: null,
  max: null,
};

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

function formExamples() {
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
  return {
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
      views: [
        { label: 'Ready to review', href: '#main', current: true },
        { label: 'Waiting for rating', href: '#main', current: false },
      ],
      save: link('Save this view'),
    },
    menu: { label: 'More', links: [{ label: 'Export as CSV', href: '#main', current: false }] },
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
}

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

function dataExamples() {
  const column = (
    label: string,
    align: Column['align'],
    direction: 'descending' | null,
    sorts = true,
  ): Column => ({
    label,
    labelHidden: label === 'Choose',
    align,
    sort: sorts ? { href: `?sort=${label}`, direction } : null,
  });
  const people = ['K7M2Q', 'B4XNA', 'T9W3H', 'D6R8C'];
  const rows = people.map((label, index): Row => {
    const score = 78 - index * 9;
    const step = ([7, 5, 3, 1] as const)[index] ?? 1;
    const level = ([5, 4, 2, 1] as const)[index] ?? 1;
    return {
      cells: [
        {
          kind: 'check',
          id: `pick-${label}`,
          name: 'applicant',
          value: label,
          label: `Choose ${label}`,
          checked: index < 2,
        },
        { kind: 'link', text: label, href: '#main', sub: null },
        text(`${score}`, '± 11'),
        { kind: 'heat', text: `${score + 4}`, step },
        { kind: 'heat', text: `${score - 4}`, step: ([6, 4, 4, 2] as const)[index] ?? 1 },
        { kind: 'level', text: `${level}`, level },
        {
          kind: 'chips',
          chips: [
            {
              label: index === 3 ? 'Waiting for rating 1 of 4' : 'Review',
              look: index === 3 ? 'warn' : 'plain',
            },
          ],
        },
      ],
      lineAfter: index === 1 ? 'Above: not distinguishable from the highest' : null,
    };
  });
  const table: DataTable = {
    id: 'scores',
    heading: 'Scores by criterion',
    headingHidden: false,
    note: '0 to 100. ± is the 90 % band, assumed.',
    columns: [
      column('Choose', 'start', null, false),
      column('Applicant', 'start', null),
      column('Written', 'end', 'descending'),
      column('Naming what is felt', 'centre', null),
      column('Seeing their side', 'centre', null),
      column('Level', 'centre', null),
      column('Evidence', 'start', null, false),
    ],
    rows,
    empty: 'No applicant matches.',
    sortsInPlace: true,
  };
  return {
    table,
    pagination: {
      label: 'Pages',
      text: '1 to 50 of 231',
      previous: null,
      next: { label: 'Next 50', href: '#main' },
    },
    figure: exampleFigure,
  };
}

const exampleFigure: Figure = {
  svg: [
    '<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 380 120" width="380" height="120" role="img" aria-labelledby="ex-t ex-d" focusable="false">',
    '<title id="ex-t">Written score with comparison bars</title><desc id="ex-d">K7M2Q 78, B4XNA 69, T9W3H 60</desc>',
    ...[60, 160, 260, 360].map(
      (x) => `<line class="grid" x1="${x}" x2="${x}" y1="8" y2="92" stroke="#d5d9de"/>`,
    ),
    ...['K7M2Q', 'B4XNA', 'T9W3H'].map((label, i) => {
      const y = 24 + i * 28;
      const x = 280 - i * 30;
      return `<text class="lab" x="0" y="${y + 4}" font-size="12.5" fill="#18212a">${label}</text><line class="ci s${i + 1}" x1="${x - 40}" x2="${x + 40}" y1="${y}" y2="${y}" stroke="#0b6e69" stroke-width="7" stroke-opacity=".3" stroke-linecap="round"/><circle class="dot s${i + 1}" cx="${x}" cy="${y}" r="4" fill="#0b6e69"/>`;
    }),
    ...[40, 60, 80, 100].map(
      (value, i) =>
        `<text class="tick" x="${60 + i * 100}" y="112" font-size="11" text-anchor="middle" fill="#535f6b">${value}</text>`,
    ),
    '</svg>',
  ].join(''),
  legend: [1, 2, 3, 4, 5].map((series) => ({
    label: `Series ${series}`,
    series: series as 1 | 2 | 3 | 4 | 5,
  })),
  conclusion: 'The three bars touch: these applicants are not distinguishable.',
  table: {
    summary: 'Show as table',
    head: ['Applicant', 'Written', '90 % band'],
    rows: [
      ['K7M2Q', '78', '67 to 89'],
      ['B4XNA', '69', '58 to 80'],
      ['T9W3H', '60', '49 to 71'],
    ],
  },
};

const scaleWords = [
  'Very unhelpful',
  'Unhelpful',
  'Rather unhelpful',
  'Neither',
  'Rather helpful',
  'Helpful',
  'Very helpful',
];

function attemptExamples() {
  const points = scaleWords.map((label, index) => ({ value: `${index + 1}`, label }));
  const scale = (id: string, label: string, value: string | null): Scale => ({
    ...noNotes,
    id,
    name: id,
    label,
    value,
    points,
  });
  return {
    slimHeader: {
      brand: 'Northway Clinics',
      timer: {
        label: 'Time left',
        text: 'Ends at 10:58',
        endsAt: '2026-11-25T10:58:00.000Z',
        now: '2026-11-25T10:40:00.000Z',
        hide: 'Hide timer',
        show: 'Show timer',
      },
      saveState: { text: 'Saved at 10:42', state: 'saved' as const },
    },
    saveStates: [
      { text: 'Saving…', state: 'saving' as const },
      { text: 'Not sent yet. Kept on this device; we keep trying.', state: 'offline' as const },
    ],
    progress: { section: 'Part 1 of 2, situations', label: 'Situation 6 of 14', value: 6, max: 14 },
    scales: [
      scale(
        'option-a',
        'Tell the family you will sort it out, and quietly ask Rosa for one minute in the back office.',
        '6',
      ),
      scale(
        'option-b',
        'Explain calmly, in front of the family, that the booking was not your mistake.',
        null,
      ),
    ],
    response: {
      ...reasonBox,
      id: 'response',
      name: 'response',
      label: 'What would you write to her?',
      hint: 'Short notes are fine. Spelling is not scored.',
      value: 'She is exhausted and embarrassed, so first she needs the pressure off her in public.',
      rows: 6,
      required: false,
      words: { limit: 300, text: '15 of 300 words' },
    },
  };
}

function ratingExamples() {
  const levelCards: LevelCards = {
    ...noNotes,
    id: 'support',
    name: 'support',
    label: 'Useful next step',
    value: '4',
    levels: [
      {
        value: '1',
        label: '1 – Not yet',
        anchor: 'Ignores the other person’s feeling, or makes it worse.',
        example: '“Calm down, it’s not a big deal.”',
      },
      {
        value: '4',
        label: '4 – Strong',
        anchor: 'Checks what the person needs before acting.',
        example: null,
      },
    ],
  };
  return {
    levelCards,
    evidence: {
      ...reasonBox,
      id: 'evidence',
      name: 'evidence',
      label: 'Quote the words that decided it',
      hint: null,
      required: false,
      key: 'e' as const,
    },
    next: submit('Save and next', 'primary', 'n'),
    previous: submit('Previous', 'plain', 'p'),
    ratingKeys: {
      label: 'Rating keys on',
      keys: [
        { keys: ['1', '5'], text: 'level' },
        { keys: ['e'], text: 'quote' },
        { keys: ['n'], text: 'next' },
        { keys: ['p'], text: 'previous' },
      ],
    },
  };
}
