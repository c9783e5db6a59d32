/** Whole sentences that a candidate reads; whoever answers may add words of their own. */
export const TEMPLATES = {
  own: { label: 'Only my own words', text: '' },
  breaks: {
    label: 'Breaks',
    text: 'You can rest between the parts for as long as you like: no clock runs then. If you need a break inside a part, tell us how long, and we add that time before you start.',
  },
  format: {
    label: 'Another format',
    text: 'The test works with screen readers, dictation, large text and the keyboard alone. Tell us which format you need beyond that, and we find a way with you.',
  },
  person: {
    label: 'Somebody who reads or writes',
    text: 'Somebody may read the questions to you and write down what you say, word for word. The words must be your own. Tell us if you want us to find somebody.',
  },
  talk: {
    label: 'Let us talk',
    text: 'We would like to talk with you about what helps. Please write to the contact below and say when we can reach you.',
  },
  more: {
    label: 'A question back',
    text: 'Please tell us a little more about what would help. You need not name an illness or a reason. Ask again on this page.',
  },
} as const;

export type TemplateName = keyof typeof TEMPLATES;

export const isTemplate = (name: string): name is TemplateName => name in TEMPLATES;
