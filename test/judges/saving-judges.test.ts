import { beforeAll, describe, expect, it } from '@jest/globals';
import { runShortForms, type Verdict } from './run-short-forms.ts';

const TOGETHER = ['ack-lost', 'awkward-texts', 'deadline-edge', 'submit-race'] as const;
/** Its fault lets an older text win, which a race with handing in would find, too. */
const ALONE = ['reorder'] as const;

let verdicts: Verdict[];
beforeAll(async () => {
  verdicts = await runShortForms(TOGETHER, ALONE);
}, 300_000);

describe('What is saved and handed in stands, in whatever order and however often it arrives', () => {
  it.each([...TOGETHER, ...ALONE])('as %s shows, which finds its fault in a broken build', (judge) => {
    expect(verdicts.filter((one) => one.judge === judge)).toMatchObject([
      { broken: false, passed: true },
      { broken: true, passed: true },
    ]);
  });
});
