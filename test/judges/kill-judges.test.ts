import { beforeAll, describe, expect, it } from '@jest/globals';
import { runShortForms, type Verdict } from './run-short-forms.ts';

const JUDGES = ['kill9-app', 'kill9-store'] as const;

let verdicts: Verdict[];
beforeAll(async () => {
  verdicts = await runShortForms(JUDGES);
}, 300_000);

describe('What was acknowledged is stored when the product or its store is killed', () => {
  it.each(JUDGES)('as %s shows, which finds its fault in a broken build', (judge) => {
    expect(verdicts.filter((one) => one.judge === judge)).toMatchObject([
      { broken: false, passed: true },
      { broken: true, passed: true },
    ]);
  });
});
