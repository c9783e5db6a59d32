import { describe, expect, it } from '@jest/globals';
import type { GroupChart } from '../../../src/presentation/charts/chart.ts';
import { drawDotAndRange } from '../../../src/presentation/charts/draw-dot-and-range.ts';
import { drawDumbbell } from '../../../src/presentation/charts/draw-dumbbell.ts';
import { drawHistogram } from '../../../src/presentation/charts/draw-histogram.ts';
import { drawStrip } from '../../../src/presentation/charts/draw-strip.ts';
import { SCORE_SCALE } from '../../../src/presentation/charts/score-axis.ts';
import { readChart } from './read-chart.ts';

function drawn(outcome: GroupChart) {
  if (outcome.kind === 'too-few') throw new Error(outcome.text);
  return outcome.chart;
}

describe('a histogram', () => {
  const bins = [
    { from: 0, to: 50, count: 4 },
    { from: 50, to: 100, count: 8 },
  ];
  const people = [
    { label: 'K7M2Q', series: 1, score: 90 },
    { label: 'B4XNA', series: 2, score: 20 },
  ] as const;

  it('draws bars in proportion to their counts', () => {
    const { $, faults } = readChart(drawn(drawHistogram({ id: 'h', title: 'All', bins, people })).svg);
    const heights = $('rect.bar')
      .toArray()
      .map((bar) => Number($(bar).attr('height')));
    expect(heights).toEqual([60, 120]);
    expect(faults).toBeNull();
  });

  it('names the marked people at different heights', () => {
    const { $, texts } = readChart(drawn(drawHistogram({ id: 'h', title: 'All', bins, people })).svg);
    expect(texts).toEqual(expect.arrayContaining(['K7M2Q', 'B4XNA']));
    const tops = $('line.mk')
      .toArray()
      .map((line) => $(line).attr('y1'));
    expect(new Set(tops).size).toBe(2);
  });

  it('says the counts in a table', () => {
    const chart = drawn(drawHistogram({ id: 'h', title: 'All', bins, people }));
    expect(chart.table.rows).toEqual([
      ['0 to 50', '4'],
      ['50 to 100', '8'],
    ]);
    expect(chart.conclusion).toContain('12 applicants');
  });

  it('is not shown of fewer than ten people', () => {
    const few = [{ from: 0, to: 100, count: 9 }];
    expect(drawHistogram({ id: 'h', title: 'All', bins: few, people: [] })).toEqual({
      kind: 'too-few',
      text: 'Too few people to show: 9 of at least 10 with a score.',
    });
    expect(drawHistogram({ id: 'h', title: 'All', bins: [], people: [] }).kind).toBe('too-few');
  });
});

describe('a strip', () => {
  const row = (count: number) => ({
    label: 'A quiet room',
    values: Array.from({ length: count }, (_, index) => 40 + index),
    usual: { from: 42, to: 48 },
  });

  it('shows every value as a dot over the usual range', () => {
    const chart = drawn(
      drawStrip({ id: 's', title: 'Values', rows: [row(10)], scale: SCORE_SCALE, conclusion: 'Said.' }),
    );
    const { $, faults } = readChart(chart.svg);
    expect($('circle.dot')).toHaveLength(10);
    expect(Number($('rect.band').attr('width'))).toBeCloseTo((6 / 100) * 352, 0);
    expect(faults).toBeNull();
  });

  it('is not shown where one of its rows has fewer than ten values', () => {
    const rows = [row(12), row(9)];
    expect(
      drawStrip({ id: 's', title: 'Values', rows, scale: SCORE_SCALE, conclusion: 'Said.' }),
    ).toMatchObject({ kind: 'too-few' });
  });
});

describe('a dumbbell', () => {
  const rows = [
    { label: 'Empathy', before: 40, after: 52 },
    { label: 'Communication', before: 60, after: 50 },
    { label: 'Adaptability', before: 30.4, after: 30.6 },
    { label: 'Together', before: 45, after: 45.2 },
  ];

  it('tells up, down and unchanged by sign and number, as the rounded numbers have it', () => {
    const chart = drawDumbbell({ id: 'd', title: 'Change', rows, conclusion: 'Said.' });
    expect(chart.table.rows.map(([, , , change]) => change)).toEqual(['▲ +12', '▼ −10', '▲ +1', '= 0']);
    const { $, texts, faults } = readChart(chart.svg);
    expect(texts).toEqual(expect.arrayContaining(['▲ +12', '▼ −10']));
    expect($('line.db.up, line.db.down, line.db.same')).toHaveLength(4);
    expect(faults).toBeNull();
  });
});

describe('dot and range', () => {
  it('draws each group against the line, with its interval and size', () => {
    const chart = drawDotAndRange({
      id: 'i',
      title: 'Ratio',
      rows: [{ label: 'Group A', value: 0.9, from: 0.7, to: 1.1, n: 40 }],
      scale: { min: 0, max: 2, ticks: [0, 1, 2], format: (value) => value.toFixed(2) },
      line: { value: 0.8, label: '0.80' },
      conclusion: 'Said.',
    });
    const { $, texts, faults } = readChart(chart.svg);
    expect(texts).toEqual(expect.arrayContaining(['Group A', '0.90', '0.80']));
    expect($('line.cut')).toHaveLength(1);
    expect(chart.table.rows).toEqual([['Group A', '0.90', '0.70 to 1.10', '40']]);
    expect(faults).toBeNull();
  });
});
