import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A small sound assessment, file by file, for tests that break one of them. */
const SOUND: Readonly<Record<string, string>> = {
  'assessment.yaml': `id: small
version: 1
title: Small
language: en
summary: A few situations.
audience: Anybody.
claim: Rated evidence.
`,
  'form.yaml': `sections:
  - id: judgment
    title: Judging
    kind: judgment
    minutes: 5
    usualMinutes: "2–4"
    items: [j01]
  - id: writing
    title: Writing
    kind: written
    minutes: 10
    usualMinutes: "5–8"
    items: [w01]
limitSource: author
practice: [p01]
`,
  'blueprint.yaml': `dimensions:
  - id: empathy
    label: Empathy
situations:
  - item: j01
    dimension: empathy
    theme: waiting
    setting: clinic
    channel: desk
    upset: a man who waits
    authority: may say how long
    customerWrong: false
prompts:
  - item: w01
    setting: hotel
    channel: desk
    upset: a guest
    authority: another room
`,
  'items/j01.yaml': `id: j01
kind: rate-options
title: Waiting
situation: A man waits.
question: How effective is each of these?
options:
  - id: a
    text: Tell him how long it takes.
  - id: b
    text: Tell him to sit down.
`,
  'items/p01.yaml': `id: p01
kind: best-worst
title: Practice
situation: A woman asks.
question: Which is the best next step, and which the worst?
options:
  - id: a
    text: Answer her.
  - id: b
    text: Look away.
explanation: Answering helps her.
`,
  'items/w01.yaml': `id: w01
kind: written-response
title: A room
situation: |
  A guest says: "I need quiet." You have
  one other room.
stepA:
  ask: Write what you would say.
stepB:
  update: The other room is taken.
  ask: What do you say now, and why?
guide: { min: 20, max: 60 }
maxWords: 100
criteria:
  - criterion: empathy
    chance: "\\"I need quiet.\\""
`,
  'keys.yaml': `status: author
items:
  j01:
    options:
      a:
        value: 6
        rationale: It helps.
      b:
        value: 2
        rationale: It does not.
`,
  'precision.yaml': `judgment: { reliability: 0.5, sd: 14, source: planning value }
written: { reliability: 0.5, sd: 16, source: planning value }
`,
  'rubric.yaml': `criteria:
  - id: empathy
    label: Empathy
    weight: 100
    definition: What the text does with what the person feels.
    levels:
${[1, 2, 3, 4, 5]
  .map(
    (level) => `      - level: ${level}
        label: Level ${level}
        anchor: Anchor ${level}.
        example: { response: e${level}, cites: words ${level} }
`,
  )
  .join('')}`,
  'examples/w01.yaml': `item: w01
examples:
${[1, 2, 3, 4, 5]
  .map(
    (level) => `  - id: e${level}
    a: First words ${level} here.
    b: Then more.
    levels:
      empathy: { level: ${level}, cites: words ${level}, because: It says so. }
`,
  )
  .join('')}`,
  'calibration/w01.yaml': `item: w01
source: authored
responses:
  - id: c1
    a: You need quiet, I have got that.
    b: Then more.
    levels:
      empathy: { level: 3, cites: You need quiet, because: It names her need. }
`,
};

/** Changes to the sound assessment: another text, a replacement in the sound text, or null for no such file. */
type Changes = Readonly<Record<string, string | null | ((sound: string) => string)>>;

/** Writes the assessment `small` with the changes into a folder of its own, and takes it away afterwards. */
export function withShelf<T>(changes: Changes, use: (root: string) => T): T {
  const root = mkdtempSync(join(tmpdir(), 'attune-content-'));
  try {
    for (const name of new Set([...Object.keys(SOUND), ...Object.keys(changes)])) {
      const change = changes[name];
      const sound = SOUND[name] ?? '';
      const text = typeof change === 'function' ? change(sound) : change === undefined ? sound : change;
      if (text === null) continue;
      const file = join(root, 'small', name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    return use(root);
  } finally {
    rmSync(root, { recursive: true });
  }
}
