import { describe, expect, it } from '@jest/globals';
import { drawProfile } from '../../../src/presentation/charts/draw-profile.ts';
import { drawQuantileDots } from '../../../src/presentation/charts/draw-quantile-dots.ts';
import { drawRadar } from '../../../src/presentation/charts/draw-radar.ts';
import { drawScoreBands } from '../../../src/presentation/charts/draw-score-bands.ts';
import { SCORE_SCALE } from '../../../src/presentation/charts/score-axis.ts';
import { readChart } from './read-chart.ts';

const axes = ['Empathy', 'Communication', 'Adaptability'];
const people = [
  { label: 'K7M2Q', series: 1, values: [75, 50, 25] },
  { label: 'B4XNA', series: 2, values: [50, null, 100] },
] as const;

describe('a 90 % band', () => {
  const rows = [{ label: 'Judgment', series: 1, score: 60, half: 13.2 }] as const;

  it('says how wide it is, and that it is assumed where it is', () => {
    const chart = drawScoreBands({ id: 'b', title: 'Bands', rows, assumed: true });
    expect(chart.table).toMatchObject({
      head: ['', 'Score', '90 % band, assumed'],
      rows: [['Judgment', '60', '± 13']],
    });
    expect(readChart(chart.svg).$('line[stroke-dasharray]')).toHaveLength(1);
    expect(chart.conclusion).toContain('assumed 90 % band');
  });

  it('is drawn whole where it is established', () => {
    const chart = drawScoreBands({ id: 'b', title: 'Bands', rows, assumed: false });
    expect(readChart(chart.svg).$('line[stroke-dasharray]')).toHaveLength(0);
    expect(chart.conclusion).not.toContain('assumed');
  });
});

describe('quantile dots', () => {
  it('are twenty, and say how many lie at or above the line', () => {
    const line = { value: 60, label: 'the last place' };
    const chart = drawQuantileDots({ id: 'q', title: 'True score', estimate: 60, se: 5, line });
    const { $, faults } = readChart(chart.svg);
    expect($('circle')).toHaveLength(20);
    expect($('circle.hollow')).toHaveLength(10);
    expect(chart.conclusion).toContain('10 of 20 are at or above the last place (60)');
    expect(faults).toBeNull();
  });

  it('are all filled where there is no line', () => {
    const chart = drawQuantileDots({ id: 'q', title: 'True score', estimate: 60, se: 5, line: null });
    expect(readChart(chart.svg).$('circle.hollow')).toHaveLength(0);
    expect(readChart(chart.svg).$('line.cut')).toHaveLength(0);
  });

  it('never hide each other', () => {
    const chart = drawQuantileDots({ id: 'q', title: 'True score', estimate: 50, se: 0.5, line: null });
    const { $ } = readChart(chart.svg);
    const places = $('circle')
      .toArray()
      .map((dot) => `${$(dot).attr('cx') ?? ''},${$(dot).attr('cy') ?? ''}`);
    expect(new Set(places).size).toBe(20);
  });
});

describe('a profile', () => {
  const chart = drawProfile({
    id: 'p',
    title: 'Profile',
    rows: axes,
    people,
    scale: SCORE_SCALE,
    conclusion: 'Said.',
  });

  it('shows a sign for every value and none for a missing one', () => {
    const { $, faults } = readChart(chart.svg);
    expect($('circle.s1')).toHaveLength(3);
    expect($('rect.s2')).toHaveLength(2);
    expect(faults).toBeNull();
  });

  it('says the missing value in words', () => {
    expect(chart.table.rows).toContainEqual(['Communication', '50', 'none']);
    expect(readChart(chart.svg).description).toContain('B4XNA: Empathy 50, Communication none');
  });

  it('places signs by value', () => {
    const { $ } = readChart(chart.svg);
    const [empathy = 0, communication = 0, adaptability = 0] = $('circle.s1')
      .toArray()
      .map((dot) => Number($(dot).attr('cx')));
    expect(empathy - communication).toBeCloseTo(communication - adaptability, 0);
    expect(empathy).toBeGreaterThan(communication);
  });
});

describe('a radar', () => {
  const radar = { id: 'r', title: 'Shape', axes, scale: SCORE_SCALE, conclusion: 'Said.' };

  it('outlines only whole profiles, unfilled where there are several', () => {
    const { $, faults } = readChart(drawRadar({ ...radar, people }).svg);
    expect($('polygon.area')).toHaveLength(1);
    expect($('polygon.area').attr('fill-opacity')).toBe('0');
    expect($('rect.s2')).toHaveLength(2);
    expect(faults).toBeNull();
  });

  it('holds three people and no more', () => {
    const four = [1, 2, 3, 4].map((series) => ({ ...people[0], series: series as 1 | 2 | 3 | 4 }));
    expect(() => drawRadar({ ...radar, people: four })).toThrow(RangeError);
    expect(drawRadar({ ...radar, people: four.slice(0, 3) }).legend).toHaveLength(3);
  });

  it('needs three axes to have a shape', () => {
    expect(() => drawRadar({ ...radar, axes: axes.slice(0, 2), people: [people[0]] })).toThrow(RangeError);
  });
});
