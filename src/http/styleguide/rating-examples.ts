import type { LevelCards } from '../parts.ts';
import { noNotes, reasonBox, submit } from './pieces.ts';

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

export const ratingExamples = {
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
