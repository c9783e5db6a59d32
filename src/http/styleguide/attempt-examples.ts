import type { Scale, Timer } from '../parts.ts';
import { noNotes, reasonBox } from './pieces.ts';

const scaleWords = [
  'Very unhelpful',
  'Unhelpful',
  'Rather unhelpful',
  'Neither',
  'Rather helpful',
  'Helpful',
  'Very helpful',
];

const points = scaleWords.map((label, index) => ({ value: `${index + 1}`, label }));
const scale = (id: string, label: string, value: string | null): Scale => ({
  ...noNotes,
  id,
  name: id,
  label,
  value,
  points,
});

const timer: Timer = {
  label: 'Time left',
  text: 'Ends at 10:58',
  endsAt: '2026-11-25T10:58:00.000Z',
  ends: 'Ends at 10:58 (UTC)',
  late: false,
  now: '2026-11-25T10:40:00.000Z',
  hide: 'Hide timer',
  show: 'Show timer',
};

export const attemptExamples = {
  slimHeader: {
    brand: 'Northway Clinics',
    timer,
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
    scale('option-b', 'Explain calmly, in front of the family, that the booking was not your mistake.', null),
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
