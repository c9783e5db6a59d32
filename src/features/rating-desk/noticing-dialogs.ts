import type { Dialog } from '../../http/parts.ts';

interface Noticing {
  readonly open: string;
  readonly dialog: Dialog;
}

/** What a rater may notice about a response beside its levels. Saying so sends the form, so that nothing typed is lost. */
export const noticingDialogs = (form: string): readonly Noticing[] => [
  noticing({
    id: 'conflict',
    open: 'I know this person',
    heading: 'Do you know who wrote this?',
    lines: [
      'Then somebody else should rate it. The response goes to another rater, and what you have chosen here is dropped.',
    ],
    form,
    confirm: 'Yes, I know this person',
    danger: true,
  }),
  noticing({
    id: 'identifies',
    open: 'This answer identifies its writer',
    heading: 'Does the text tell who wrote it?',
    lines: [
      'The lead of the role hides those words, and you go on rating. If you know the person, use “I know this person” instead.',
    ],
    form,
    confirm: 'Yes, tell the lead',
    danger: false,
  }),
  noticing({
    id: 'risk',
    open: 'Someone may be at risk',
    heading: 'May the writer or somebody else be in danger?',
    lines: [
      'The contact that candidates are told is asked to read this response now. It has no effect on the rating.',
    ],
    form,
    confirm: 'Yes, ask the contact to read it',
    danger: false,
  }),
];

function noticing(input: {
  readonly id: string;
  readonly open: string;
  readonly heading: string;
  readonly lines: string[];
  readonly form: string;
  readonly confirm: string;
  readonly danger: boolean;
}): Noticing {
  const { id, open, heading, lines, form } = input;
  const confirm = {
    kind: 'submit',
    label: input.confirm,
    look: input.danger ? 'danger' : 'primary',
    name: 'go',
    value: id,
    form,
    fragment: null,
    key: null,
  } as const;
  return {
    open,
    dialog: { id, heading, lines, action: null, textareas: [], confirm, close: 'No, go back' },
  };
}
