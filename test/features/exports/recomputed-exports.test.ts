import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readPdf } from '../../support/read-pdf.ts';
import { exported } from './exported-lines.ts';
import { freezeConstants } from './freeze-constants.ts';
import { APPLICANTS, half, PLANNED, startRecomputed, type RecomputedRole } from './recomputed-role.ts';

let made: RecomputedRole;

beforeAll(async () => {
  made = await startRecomputed();
}, 120_000);
afterAll(() => made.test.close());

describe('every number in an export', () => {
  it('of applicants follows from made.raw responses and made.ratings, in all three formats', async () => {
    const lines = await exported(made.recruiter, made.at('/exports/file'), 'applicants');
    expect(lines).toHaveLength(APPLICANTS);
    for (const line of lines) {
      const person = made.raw.people.get(line['applicant_id'] as string);
      for (const column of ['judgment', 'written'] as const) {
        const value = person?.[column] ?? null;
        if (value === null || person === undefined) {
          expect([line[column], line[`${column}_half_band_90`]]).toEqual([null, null]);
          continue;
        }
        expect(line[column]).toBeCloseTo(value, 9);
        expect(line[`${column}_half_band_90`]).toBeCloseTo(half(person, column), 2);
        expect(line[`${column}_precision`]).toBe('assumed');
        expect(line[`${column}_reliability`]).toBe(PLANNED[column].reliability);
      }
      for (const { id } of made.criteria) {
        const score = person?.criteria.get(id);
        if (score === undefined) expect(line[`criterion_${id}`]).toBeNull();
        else expect(line[`criterion_${id}`]).toBeCloseTo(score, 9);
      }
    }
  });

  it('of Overall follows from both parts and the constants, and is absent without them', async () => {
    for (const line of await exported(made.recruiter, made.at('/exports/file'), 'applicants'))
      expect([line['overall'], line['overall_missing']]).toEqual([null, 'no-constants']);
    const constants = {
      ...{ n: 140, correlation: 0.3, weights: { judgment: 40, written: 60 } },
      ...{ judgment: { mean: 55, sd: 12 }, written: { mean: 48, sd: 15 } },
    };
    await freezeConstants(made.test, made.role, made.recruiter, constants);
    const lines = await exported(made.recruiter, made.at('/exports/file'), 'applicants');
    const whole = lines.filter(({ overall }) => overall !== null);
    expect(whole).toHaveLength(made.scored.length);
    for (const line of whole) {
      const person = made.raw.people.get(line['applicant_id'] as string);
      if (person === undefined) throw new Error('nobody');
      const t = (column: 'judgment' | 'written') =>
        50 + (10 * ((person[column] ?? NaN) - constants[column].mean)) / constants[column].sd;
      expect(line['overall']).toBeCloseTo(0.4 * t('judgment') + 0.6 * t('written'), 9);
      const error = (column: 'judgment' | 'written', weight: number) =>
        (weight * 10 * half(person, column)) / constants[column].sd;
      expect(line['overall_half_band_90']).toBeCloseTo(
        Math.hypot(error('judgment', 0.4), error('written', 0.6)),
        2,
      );
      expect([line['overall_precision'], line['overall_constants_n']]).toEqual(['assumed', 140]);
    }
  });

  it('as PDF is of the same people what the list rounds it to, cell by cell', async () => {
    const file = await made.recruiter.agent
      .get(made.at('/exports/file?rows=applicants&format=pdf'))
      .responseType('blob');
    const text = readPdf(file.body as Buffer)
      .pages.join('\n')
      .replace(/\s+/g, ' ');
    const shown = (value: number) => `${Math.round(value)}`;
    for (const person of made.scored) {
      const [judgment, written] = (['judgment', 'written'] as const).map(
        (column) => `${shown(person[column] ?? NaN)} ± ${shown(half(person, column))} assumed`,
      );
      const row = `${made.labelOf(person)} Open Complete ${judgment}, author key ${written} `;
      const [, after] = text.split(row);
      expect(after?.slice(0, 120) ?? `no ${row}`).toContain(
        made.criteria.map(({ id }) => shown(person.criteria.get(id) ?? NaN)).join(' '),
      );
    }
  });

  it('of levels is what raters gave and what follows from it', async () => {
    const lines = await exported(made.recruiter, made.at('/exports/file'), 'levels');
    const attemptOf = new Map(made.attempts.map(({ _id, applicantId }) => [applicantId as string, _id]));
    let given = 0;
    for (const line of lines) {
      const [applicant, prompt, criterion] = ['applicant_id', 'prompt', 'criterion'].map((name) =>
        String(line[name]),
      ) as [string, string, string];
      const level = made.raw.people.get(applicant)?.levels.get(prompt)?.[criterion];
      if (level !== undefined) expect(line['level']).toBeCloseTo(level, 9);
      if (line['rater'] === null) continue;
      const own = made.ratings
        .filter((one) => one.attemptId === attemptOf.get(applicant) && one.itemId === prompt)
        .sort((left, right) => left.slot - right.slot);
      const { judgement } = own[Number(line['rater']) - 1] ?? {};
      expect(line['given_level']).toBe(judgement?.levels[criterion] ?? null);
      given += 1;
    }
    const pairs = made.ratings.flatMap(({ judgement }) => Object.keys(judgement.levels));
    expect(given).toBeGreaterThanOrEqual(pairs.length);
  });

  it('of responses is every word and every choice that was stored', async () => {
    const lines = await exported(made.recruiter, made.at('/exports/file'), 'responses');
    const finished = made.attempts.filter(({ state }) => state !== 'open');
    expect(lines).toHaveLength(finished.length * made.form.items.length);
    for (const line of lines) {
      const attempt = finished.find(({ applicantId }) => applicantId === line['applicant_id']);
      const value = attempt?.responses[line['prompt'] as never]?.value as
        { a?: string; b?: string; ratings?: Record<string, number> } | undefined;
      expect([line['first'], line['then']]).toEqual([value?.a ?? null, value?.b ?? null]);
      const rated = Object.entries(value?.ratings ?? {}).sort(([left], [right]) => (left < right ? -1 : 1));
      const choice = rated.map(([option, rating]) => `${option}=${rating}`).join(' ');
      expect(line['choice']).toBe(choice === '' ? null : choice);
    }
  });

  it('of a situation follows from the made.raw made.ratings, stands in a file for an made.owner alone, and tells nobody else the key', async () => {
    const situations = made.form.items.filter(({ kind }) => kind === 'rate-options');
    const lines = await exported(made.owner, made.at('/exports/file'), 'responses');
    for (const person of made.scored) {
      const own = lines.filter((line) => line['applicant_id'] === person.applicantId);
      const parts = situations.map(({ id }) => own.find((line) => line['prompt'] === id)?.['result'] ?? null);
      expect(parts).toHaveLength(person.situations.length);
      person.situations.forEach((part, place) => {
        if (part === null) expect(parts[place]).toBeNull();
        else expect(parts[place]).toBeCloseTo(part, 9);
      });
    }
    for (const line of await exported(made.recruiter, made.at('/exports/file'), 'responses')) {
      const missing = line['kind'] === 'written-response' ? null : 'tells-the-key';
      expect([line['result'], line['result_missing']]).toEqual([null, missing]);
    }
  });
});
