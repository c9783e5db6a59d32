import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readingLevel } from '../../../src/core/content-checks/reading-level.ts';
import { countWords } from '../../../src/core/item/count-words.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { readPages } from './read-pages.ts';
import { readRest } from './read-rest.ts';

const HIGHEST_GRADE = 7;
/** The formula says little about fewer words. */
const MEASURED_FROM = 20;

let test: TestApp;
/** Text of a page or mail by its name. */
let read: ReadonlyMap<string, string>;
beforeAll(async () => {
  test = await startTestApp();
  read = new Map([...(await readPages(test)), ...readRest()]);
}, 120_000);
afterAll(() => test.close());

describe('what a candidate reads', () => {
  it('is read at no more than grade 7, page by page and mail by mail', () => {
    expect([...read.keys()].filter((name) => (read.get(name) ?? '') === '')).toEqual([]);
    const grades = [...read].map(([name, text]) => ({ name, grade: readingLevel(text)?.grade ?? 0 }));
    expect(grades.length).toBeGreaterThan(60);
    expect(grades.filter(({ grade }) => grade > HIGHEST_GRADE)).toEqual([]);
  });

  it('has no paragraph that is harder, where it is long enough to be measured', () => {
    const hard = [...read].flatMap(([name, text]) =>
      text
        .split('\n')
        .filter((line) => countWords(line) >= MEASURED_FROM)
        .map((line) => ({ name, line, grade: readingLevel(line)?.grade ?? 0 }))
        .filter(({ grade }) => grade > HIGHEST_GRADE),
    );
    expect(hard).toEqual([]);
  });
});
