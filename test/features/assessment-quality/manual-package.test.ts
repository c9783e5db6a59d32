import { afterAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../../src/compose.ts';
import type { CriterionId } from '../../../src/core/kernel/ids.ts';
import { tallyPrecision } from '../../../src/core/psychometrics/tally-precision.ts';
import { criterionAgreement } from '../../../src/core/quality/criterion-agreement.ts';
import { tallyLevelPairs } from '../../../src/core/quality/tally-level-pairs.ts';
import type { Manual } from '../../../src/features/assessment-quality/manual/read-manual.ts';
import { writePackage } from '../../../src/features/assessment-quality/manual/write-package.ts';

const folder = mkdtempSync(join(tmpdir(), 'manual-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const criterion = 'hears' as CriterionId;
const people = Array.from({ length: 30 }, (_, person) => ({
  score: person * 3,
  parts: [0, 1, 2].map((part) => person + ((person * (part + 3)) % 7)),
}));
const pairs = Array.from({ length: 40 }, (_, at) => ({
  first: 1 + (at % 5),
  second: 1 + ((at + (at % 3 === 0 ? 1 : 0)) % 5),
  words: 50 + at,
}));
const precision = tallyPrecision(['p', 'p', 'p'], 'prompts');
precision.add(people);
const own = precision.precision();
const agreement = tallyLevelPairs();
pairs.forEach(agreement.add);
const manual = {
  quality: {
    analyses: { judgment: null, written: { own } },
    judgment: null,
    written: { agreement: [criterionAgreement(criterion, agreement)], distribution: [], study: null },
  },
  situations: [],
  strata: [],
  prompts: ['a', 'b', 'c'],
  judgment: [],
  written: people,
  ratings: pairs.map((pair) => ({ criterion, ...pair })),
} as unknown as Manual;

function recompute(change: (figures: string) => string) {
  const files = writePackage(manual, (rows) => [...rows].reverse());
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  writeFileSync(join(folder, 'figures.json'), change(files['figures.json']));
  copyFileSync(join(projectRoot, 'scripts/manual/recompute.mjs'), join(folder, 'recompute.mjs'));
  return spawnSync(process.execPath, [join(folder, 'recompute.mjs')], { encoding: 'utf8' });
}

describe('the data package of a technical manual', () => {
  it('holds the rows that its figures follow from', () => {
    const { status, stdout } = recompute((figures) => figures);
    expect(stdout).toContain('7 figures computed again, 0 different.');
    expect(status).toBe(0);
  });

  it('gives away a figure that does not follow from them', () => {
    const { status, stderr } = recompute((figures) => figures.replace('"n": 30', '"n": 31'));
    expect(status).toBe(1);
    expect(stderr).toContain('n of written: the rows say 30, the manual 31');
  });
});
