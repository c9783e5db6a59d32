import type { Dialog } from '../../http/parts.ts';

interface Noticing {
  readonly open: string;
  readonly dialog: Dialog;
}

/** What a rater may notice about a response beside its levels. */
export const noticingDialogs = (action: string): readonly Noticing[] => [
  noticing({
    id: 'conflict',
    open: 'I know this person',
    heading: 'Do you know who wrote this?',
    lines: [
      'Then somebody else should rate it. The response goes to another rater, and what you have chosen here is dropped.',
    ],
    action: `${action}/conflict`,
    confirm: 'Yes, I know this person',
    danger: true,
  }),
  noticing({
    id: 'identifies',
    open: 'This answer identifies its writer',
    heading: 'Does the text tell who wrote it?',
    lines: [
      'The lead of the role hides those words, and you go on rating. If you know the person, use “I know this person” instead.',
      'Save first: levels you have chosen since are not kept.',
    ],
    action: `${action}/identifies`,
    confirm: 'Yes, tell the lead',
    danger: false,
  }),
  noticing({
    id: 'risk',
    open: 'Someone may be at risk',
    heading: 'May the writer or somebody else be in danger?',
    lines: [
      'The contact that candidates are told is asked to read this response now. It has no effect on the rating.',
      'Save first: levels you have chosen since are not kept.',
    ],
    action: `${action}/risk`,
    confirm: 'Yes, ask the contact to read it',
    danger: false,
  }),
];

function noticing(input: {
  readonly id: string;
  readonly open: string;
  readonly heading: string;
  readonly lines: string[];
  readonly action: string;
  readonly confirm: string;
  readonly danger: boolean;
}): Noticing {
  const { id, open, heading, lines, action } = input;
  const confirm = {
    kind: 'submit',
    label: input.confirm,
    look: input.danger ? 'danger' : 'primary',
    name: null,
    value: null,
    form: null,
    fragment: null,
    key: null,
  } as const;
  return {
    open,
    dialog: { id, heading, lines, action, textareas: [], confirm, close: 'No, go back' },
  };
}
