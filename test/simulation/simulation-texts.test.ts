import { describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSimulationTexts } from '../../src/content/simulation-texts.ts';
import { writtenPrompts } from '../../src/core/scoring/written-prompts.ts';
import { aSetting } from './a-setting.ts';

describe.each(['customer-conversations', 'first-look'])('the pool of %s', (assessmentId) => {
  const { form, texts, rubricVersion } = aSetting('pool', assessmentId);
  const prompts = writtenPrompts(form);

  it('has at least twelve texts for every prompt, each with a level for exactly its criteria', () => {
    expect(Object.keys(texts).sort()).toEqual(prompts.map(({ id }) => String(id)).sort());
    for (const prompt of prompts) {
      const pool = texts[prompt.id] ?? [];
      expect(pool.length).toBeGreaterThanOrEqual(12);
      const wanted = prompt.criteria.map(({ criterion }) => String(criterion)).sort();
      for (const { levels } of pool) expect(Object.keys(levels).sort()).toEqual(wanted);
    }
  });

  it('uses no text that raters see as an example', () => {
    const examples = new Set(rubricVersion.examples.flatMap(({ a, b }) => [a.trim(), b.trim()]));
    const used = Object.values(texts).flatMap((pool) =>
      (pool ?? []).flatMap(({ a, b }) => [a.trim(), b.trim()]),
    );
    expect(used.filter((text) => examples.has(text))).toEqual([]);
  });
});

describe('readSimulationTexts', () => {
  it('names file and line of a mistake', () => {
    const root = mkdtempSync(join(tmpdir(), 'attune-texts-'));
    mkdirSync(join(root, 'mine', 'simulation'), { recursive: true });
    const lines = ['item: w01', 'texts:', '  - { id: s1, a: Hello, b: Bye, levels: { empathy: 6 } }'];
    writeFileSync(join(root, 'mine', 'simulation', 'w01.yaml'), lines.join('\n'));
    expect(readSimulationTexts(root, 'mine')).toEqual({
      kind: 'refused',
      problems: [expect.objectContaining({ file: 'mine/simulation/w01.yaml', line: 3 })],
    });
  });
});
