import { expect, it } from '@jest/globals';
import { scoresByPerson } from '../../../src/features/applicant-comparison/levels-table.ts';

const cell = (score: string) => ({ score, words: null, heat: 'lv1' });
const row = (label: string, under: string | null, ...scores: string[]) => ({
  ...{ label, under, note: under === null ? `about ${label}` : null },
  cells: scores.map(cell),
});

it('says person by person below each score what the table says across', () => {
  const rows = [
    row('Written', null, '70', '40'),
    row('Empathy', null, '80', '50'),
    row('A quiet room', 'Empathy', '4', '3'),
    row('An hour alone', 'Empathy', '5', '2'),
    row('Warmth', null, '60', '30'),
    row('A quiet room', 'Warmth', '3', '1'),
  ];
  const one = (label: string, score: string, ...under: [string, string][]) => ({
    ...{ label, cell: cell(score) },
    under: under.map(([prompt, level]) => ({ label: prompt, cell: cell(level) })),
  });
  expect(scoresByPerson({ people: ['AAAAA', 'BBBBB'], rows })).toEqual([
    { label: 'Written', note: 'about Written', people: [one('AAAAA', '70'), one('BBBBB', '40')] },
    {
      ...{ label: 'Empathy', note: 'about Empathy' },
      people: [
        one('AAAAA', '80', ['A quiet room', '4'], ['An hour alone', '5']),
        one('BBBBB', '50', ['A quiet room', '3'], ['An hour alone', '2']),
      ],
    },
    {
      ...{ label: 'Warmth', note: 'about Warmth' },
      people: [one('AAAAA', '60', ['A quiet room', '3']), one('BBBBB', '30', ['A quiet room', '1'])],
    },
  ]);
});
