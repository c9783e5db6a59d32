import { beforeAll, describe, expect, it } from '@jest/globals';
import { runShortForms, type Verdict } from './run-short-forms.ts';

/** Each of their faults has to be found by itself, so that they can share one broken build. */
const JUDGES = ['candidate-pages', 'candidate-keyboard', 'pages'] as const;

let verdicts: Verdict[];
beforeAll(async () => {
  verdicts = await runShortForms(JUDGES);
}, 300_000);

describe('Everything on a page can be seen, reached and used, in every look and by keyboard', () => {
  it.each(JUDGES)('as %s shows, which finds its faults in a broken build', (judge) => {
    expect(verdicts.filter((one) => one.judge === judge)).toMatchObject([
      { broken: false, passed: true },
      { broken: true, passed: true },
    ]);
  });
});
