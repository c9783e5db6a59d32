import { beforeAll, describe, expect, it } from '@jest/globals';
import { runShortForms, type Verdict } from './run-short-forms.ts';

const JUDGES = ['candidate-browser', 'store-down'] as const;

let verdicts: Verdict[];
beforeAll(async () => {
  verdicts = await runShortForms(JUDGES);
}, 300_000);

describe('What was typed is kept on the device until it is stored', () => {
  it.each(JUDGES)('as %s shows, which finds its fault in a broken build', (judge) => {
    expect(verdicts.filter((one) => one.judge === judge)).toMatchObject([
      { broken: false, passed: true },
      { broken: true, passed: true },
    ]);
  });
});
