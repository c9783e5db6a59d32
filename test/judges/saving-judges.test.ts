import { beforeAll, describe, expect, it } from '@jest/globals';
import { runShortForms, type Verdict } from './run-short-forms.ts';

const JUDGES = ['ack-lost', 'awkward-texts', 'deadline-edge', 'reorder', 'submit-race'] as const;

let verdicts: Verdict[];
beforeAll(async () => {
  verdicts = await runShortForms(JUDGES);
}, 300_000);

describe('What is saved and handed in stands, in whatever order and however often it arrives', () => {
  it.each(JUDGES)('as %s shows, which finds its fault in a broken build', (judge) => {
    expect(verdicts.filter((one) => one.judge === judge)).toMatchObject([
      { broken: false, passed: true },
      { broken: true, passed: true },
    ]);
  });
});
