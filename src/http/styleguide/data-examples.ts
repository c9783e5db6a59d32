import type { Column, DataTable, Figure, Row } from '../parts.ts';
import { here, text } from './pieces.ts';

const figure: Figure = {
  svg: [
    '<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 380 120" width="380" height="120" role="img" aria-labelledby="ex-t ex-d" focusable="false">',
    '<title id="ex-t">Written score with comparison bars</title><desc id="ex-d">K7M2Q 78, B4XNA 69, T9W3H 60</desc>',
    ...[60, 160, 260, 360].map((x) => `<line class="grid" x1="${x}" x2="${x}" y1="8" y2="92" />`),
    ...['K7M2Q', 'B4XNA', 'T9W3H'].flatMap((label, index) => {
      const [x, y, series] = [280 - index * 30, 24 + index * 28, `s${index + 1}`];
      return [
        `<text class="lab" x="0" y="${y + 4}" font-size="12.5">${label}</text>`,
        `<line class="ci ${series}" x1="${x - 40}" x2="${x + 40}" y1="${y}" y2="${y}" stroke-width="7" stroke-opacity=".3" stroke-linecap="round" />`,
        `<circle class="dot ${series}" cx="${x}" cy="${y}" r="4" />`,
      ];
    }),
    ...[40, 60, 80, 100].map(
      (value, index) =>
        `<text class="tick" x="${60 + index * 100}" y="112" font-size="11" text-anchor="middle">${value}</text>`,
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

const column = (label: string, align: Column['align'], sorts: boolean): Column => ({
  label,
  labelHidden: label === 'Choose',
  align,
  sort: sorts ? { href: `?sort=${label}`, direction: label === 'Written' ? 'descending' : null } : null,
});

type Example = { label: string; score: number; steps: [Step, Step]; level: 1 | 2 | 4 | 5; waits: boolean };
type Step = 1 | 2 | 3 | 4 | 5 | 6 | 7;
const examples: Example[] = [
  { label: 'K7M2Q', score: 78, steps: [7, 6], level: 5, waits: false },
  { label: 'B4XNA', score: 69, steps: [5, 4], level: 4, waits: false },
  { label: 'T9W3H', score: 60, steps: [3, 4], level: 2, waits: false },
  { label: 'D6R8C', score: 51, steps: [1, 2], level: 1, waits: true },
];

const row = ({ label, score, steps, level, waits }: Example): Row => ({
  cells: [
    {
      kind: 'check',
      id: `pick-${label}`,
      name: 'applicant',
      value: label,
      label: `Choose ${label}`,
      checked: score > 60,
    },
    { kind: 'link', text: label, href: '#main', sub: null },
    text(`${score}`, '± 11'),
    { kind: 'heat', text: `${score + 4}`, step: steps[0] },
    { kind: 'heat', text: `${score - 4}`, step: steps[1] },
    { kind: 'level', text: `${level}`, level },
    {
      kind: 'chips',
      chips: [
        waits ? { label: 'Waiting for rating 1 of 4', look: 'warn' } : { label: 'Review', look: 'plain' },
      ],
    },
  ],
  lineAfter: label === 'B4XNA' ? 'Above: not distinguishable from the highest' : null,
});

const table: DataTable = {
  id: 'scores',
  heading: 'Scores by criterion',
  headingHidden: false,
  note: '0 to 100. ± is the 90 % band, assumed.',
  columns: [
    column('Choose', 'start', false),
    column('Applicant', 'start', true),
    column('Written', 'end', true),
    column('Naming what is felt', 'centre', true),
    column('Seeing their side', 'centre', true),
    column('Level', 'centre', true),
    column('Evidence', 'start', false),
  ],
  rows: examples.map(row),
  empty: 'No applicant matches.',
  sortsInPlace: true,
};

export const dataExamples = {
  table,
  pagination: {
    label: 'Pages',
    text: '1 to 50 of 231',
    previous: null,
    next: here('Next 50'),
  },
  figure,
};
