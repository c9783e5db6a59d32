import { describe, expect, it } from '@jest/globals';
import {
  drawComparisonBars,
  type ComparisonBars,
} from '../../../src/presentation/charts/draw-comparison-bars.ts';
import { readChart } from './read-chart.ts';

const bars: ComparisonBars = {
  id: 'written',
  title: 'Written with comparison bars',
  column: 'Written',
  people: [
    { label: 'K7M2Q', series: 1, score: 75, halfWidth: 10 },
    { label: 'B4XNA', series: 2, score: 50, halfWidth: 10 },
    { label: 'T9W3H', series: 3, score: 40, halfWidth: 10 },
  ],
  pairs: [
    { left: 'K7M2Q', right: 'B4XNA', difference: 25, least: 20, differ: true },
    { left: 'K7M2Q', right: 'T9W3H', difference: 35, least: 20, differ: true },
    { left: 'B4XNA', right: 'T9W3H', difference: 10, least: 20, differ: false },
  ],
  assumed: false,
};

describe('comparison bars', () => {
  it('are a picture with a title and a description of every score', () => {
    const { role, title, description, faults } = readChart(drawComparisonBars(bars).svg);
    expect(role).toBe('img');
    expect(title).toBe('Written with comparison bars');
    expect(description).toContain('K7M2Q 75, B4XNA 50, T9W3H 40');
    expect(faults).toBeNull();
  });

  it('show each score beside its bar', () => {
    const { texts } = readChart(drawComparisonBars(bars).svg);
    expect(texts).toEqual(expect.arrayContaining(['K7M2Q', '75', 'B4XNA', '50', 'T9W3H', '40']));
  });

  it('reach half a width to each side of the score, on the same scale for everybody', () => {
    const { $ } = readChart(drawComparisonBars(bars).svg);
    const lengths = $('line.ci[stroke-width="7"]')
      .toArray()
      .map((line) => Number($(line).attr('x2')) - Number($(line).attr('x1')));
    expect(lengths).toHaveLength(3);
    for (const length of lengths) expect(length).toBeCloseTo((20 / 100) * (340 - 64), 0);
  });

  it('are dashed, and say so, where the precision is assumed', () => {
    const chart = drawComparisonBars({ ...bars, assumed: true });
    const { $ } = readChart(chart.svg);
    expect($('line.ci[stroke-dasharray]')).toHaveLength(3);
    expect(chart.conclusion).toContain('assumed');
    const established = drawComparisonBars(bars);
    expect(readChart(established.svg).$('line.ci[stroke-dasharray]')).toHaveLength(0);
    expect(established.conclusion).not.toContain('assumed');
  });

  it('say who differs from whom and who cannot be told apart', () => {
    expect(drawComparisonBars(bars).conclusion).toBe(
      'On Written these differ: K7M2Q and B4XNA; K7M2Q and T9W3H. Not distinguishable: B4XNA and T9W3H.',
    );
  });

  it('say in one sentence that nobody can be told apart, or that everybody differs', () => {
    const all = (differ: boolean) => bars.pairs.map((pair) => ({ ...pair, differ }));
    expect(drawComparisonBars({ ...bars, pairs: all(false) }).conclusion).toContain(
      'none of them can be told apart',
    );
    expect(drawComparisonBars({ ...bars, pairs: all(true) }).conclusion).toContain(
      'every two of them differ',
    );
  });

  it('list every pair with what it would need to differ', () => {
    expect(drawComparisonBars(bars).table.rows).toEqual([
      ['K7M2Q and B4XNA', '25', '20', 'differ'],
      ['K7M2Q and T9W3H', '35', '20', 'differ'],
      ['B4XNA and T9W3H', '10', '20', 'not distinguishable'],
    ]);
  });

  it.each([
    ['as whole numbers where those read the same', 75, 50, 25.3, 12, true, ['25', '12']],
    ['never as less than what is needed and yet differing', 75, 50, 25.46, 25.51, false, ['25', '26']],
    ['with a decimal where both round to the same', 66, 54, 11.6, 12.4, false, ['11.6', '12.4']],
    ['with a second one where one is not enough', 66, 54, 12.01, 12.04, false, ['12.01', '12.04']],
    ['with a decimal where it is not that of the rounded scores', 77.6, 65.4, 12.2, 9, true, ['12.2', '9.0']],
    ['as it is where both are equal', 66, 54, 12, 12, true, ['12', '12']],
  ] as const)('give the difference of a pair %s', (_, above, below, difference, least, differ, shown) => {
    const people = [
      { label: 'A', series: 1, score: above, halfWidth: 5 },
      { label: 'B', series: 2, score: below, halfWidth: 5 },
    ] as const;
    const pairs = [{ left: 'A', right: 'B', difference, least, differ }];
    const [row] = drawComparisonBars({ ...bars, people, pairs }).table.rows;
    expect(row?.slice(1, 3)).toEqual(shown);
  });

  it('stop at the ends of the scale', () => {
    const edge = { label: 'A', series: 1, score: 98, halfWidth: 20 } as const;
    const { $ } = readChart(drawComparisonBars({ ...bars, people: [edge] }).svg);
    expect(Number($('line.ci[stroke-width="7"]').attr('x2'))).toBe(340);
  });

  it('never let a name become markup', () => {
    const odd = { label: '<b>&"', series: 1, score: 50, halfWidth: 5 } as const;
    const { svg } = drawComparisonBars({ ...bars, title: 'A <b> & "c"', people: [odd] });
    expect(svg).not.toContain('<b>');
    expect(readChart(svg).texts).toContain('<b>&"');
    expect(readChart(svg).title).toBe('A <b> & "c"');
  });
});
