import { describe, expect, it } from '@jest/globals';
import { DEMO_SEED, demoCourses } from '../../src/simulation/demo/demo-courses.ts';
import { measureSimulation } from '../../src/simulation/measure-simulation.ts';
import { simulateApplicant } from '../../src/simulation/simulate-applicant.ts';
import { aCourse, aSetting } from './a-setting.ts';

const PEOPLE = 1000;

describe('figures of the demo', () => {
  it('lie in the same ranges, few as its people are', () => {
    const setting = { ...aSetting(DEMO_SEED), raterIds: aSetting(DEMO_SEED).raterIds.slice(0, 3) };
    const people = demoCourses().settled.map((course) => simulateApplicant(setting, course));
    const { judgment, written, agreement } = measureSimulation(setting, people);
    const figures = [judgment.reliability.value, written.reliability.value, agreement[0]?.kappa.value];
    for (const figure of figures) {
      expect(figure).toBeGreaterThan(0.5);
      expect(figure).toBeLessThan(0.68);
    }
  });
});

/** The ranges in which published tests of this kind lie; a change of the model or of the texts has to stay inside. */
describe.each(['1', '2', 'a third seed', '20261125'])('figures of seed "%s"', (seed) => {
  const setting = aSetting(seed);
  const people = Array.from({ length: PEOPLE }, (_, number) => simulateApplicant(setting, aCourse(number)));
  const figures = measureSimulation(setting, people);

  it('gives Judgment a reliability over situations of .50 to .70', () => {
    expect(figures.judgment.reliability.n).toBeGreaterThan(0.9 * PEOPLE);
    expect(figures.judgment.reliability.value).toBeGreaterThan(0.5);
    expect(figures.judgment.reliability.value).toBeLessThan(0.7);
  });

  it('gives Written a reliability over prompts of .45 to .65', () => {
    expect(figures.written.reliability.n).toBeGreaterThan(0.9 * PEOPLE);
    expect(figures.written.reliability.value).toBeGreaterThan(0.45);
    expect(figures.written.reliability.value).toBeLessThan(0.65);
  });

  it('lets two raters agree with a quadratic kappa of .55 to .70 on every criterion', () => {
    expect(figures.agreement).toHaveLength(3);
    for (const { kappa } of figures.agreement) {
      expect(kappa.n).toBeGreaterThan(2.7 * PEOPLE);
      expect(kappa.value).toBeGreaterThan(0.55);
      expect(kappa.value).toBeLessThan(0.7);
    }
  });

  it('spreads people over the scales without pressing them against the ends', () => {
    expect(figures.judgment.mean).toBeGreaterThan(65);
    expect(figures.judgment.mean).toBeLessThan(85);
    expect(figures.judgment.sd).toBeGreaterThan(7);
    expect(figures.written.mean).toBeGreaterThan(35);
    expect(figures.written.mean).toBeLessThan(60);
    expect(figures.written.sd).toBeGreaterThan(12);
  });
});
