import { expect } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { previewLetter } from '../../../src/core/mail/decision-letter.ts';
import { previewMail } from '../../../src/core/mail/compose-mail.ts';
import { TEST_MAILS } from '../../../src/core/mail/mail.ts';
import { composeResultsMail } from '../../../src/core/mail/results-mail.ts';
import { TEMPLATES } from '../../../src/features/adjustments/answer-templates.ts';
import { grantWords } from '../../../src/features/adjustments/words.ts';
import { REFUSAL_WORDS } from '../../../src/features/candidate-attempt/refusal-words.ts';
import { explainError } from '../../../src/http/explain-error.ts';
import { ownResultWords } from '../../../src/presentation/own-result-words.ts';
import { aForm, JUDGMENT } from '../../core/form/a-form.ts';

/** Texts that no walk comes by, by their name. */
const read = new Map<string, string>();

/** Everything that candidates read besides the pages of a usual walk: faults, refusals, answers, the script, mails, results. */
export function readRest(): ReadonlyMap<string, string> {
  keepFaults();
  keepAnswers();
  keepScript();
  keepMails();
  keepResults();
  return read;
}

/** Addresses and moments are not words of ours. */
export const plain = (text: string): string =>
  text
    .replace(/\S+@\S+\w/g, 'mail')
    .replace(/https?:\S+/g, 'link')
    .replace(/\d{1,2} [A-Z][a-z]+ \d{4}( at \d\d:\d\d)?( \(UTC\))?/g, 'May 3');

/** Whole answers that staff choose, and what became of a grant. */
function keepAnswers(): void {
  const templates = Object.values(TEMPLATES).map(({ text }) => text);
  const outcomes = [
    ...['waiting', 'given', 'reopened', 'not-offered', 'withdrawn'],
    ...['no-limit', 'handed-in', 'too-late', 'other-part-runs', 'over'],
  ] as const;
  const grants = outcomes.flatMap((outcome) =>
    (['time', 'no-limit'] as const).map((kind) =>
      grantWords(aForm(), { kind, outcome, sectionId: JUDGMENT, ms: 600_000 } as never),
    ),
  );
  read.set('answers to requests', [...templates, ...grants].join('\n'));
}

/** What the page says by itself. */
function keepScript(): void {
  const folder = 'src/browser/candidate';
  const source = readdirSync(folder).map((file) => readFileSync(`${folder}/${file}`, 'utf8'));
  const sentences = source.flatMap((text) => [...text.matchAll(/'([A-Z][^'\n]* [^'\n]*)'/g)]);
  expect(sentences.length).toBeGreaterThan(8);
  read.set('said by the page', sentences.map(([, words]) => words).join('\n'));
}

/** What is said where nothing else can be: these pages stand outside any form. */
function keepFaults(): void {
  read.set('refusals', Object.values(REFUSAL_WORDS).join('\n'));
  const faults = [
    { type: 'entity.too.large' },
    { status: 400 },
    { name: 'MongoServerSelectionError' },
    { name: 'MongoServerError', code: 14_031 },
    null,
  ];
  read.set('faults', faults.map((fault) => explainError(fault).text).join('\n'));
}

/** Labels and anchors are the rubric's; all around them is ours. */
function keepResults(): void {
  const criterion = { label: 'Care', level: null, rated: 1, empty: 2, quote: null };
  const one = { ...criterion, empty: 1 };
  const tip = { label: 'Care', level: 4, anchor: 'Says what comes next.' } as const;
  const { lead, others, tip: shown } = ownResultWords({ criteria: [criterion, one], tip });
  const lines = [lead, ...others.flatMap(({ notes }) => notes), shown?.text ?? ''];
  read.set('own results', lines.join('\n'));
}

function keepMails(): void {
  const { text } = previewLetter({
    name: 'Noor',
    organisation: 'Harbour Line',
    roleTitle: 'Desk agent',
    message: 'We have chosen somebody else.',
    link: 'https://tests.example.org/i/x',
    contact: { name: 'The team', email: 'team@example.org' },
  });
  read.set('mail: decision', plain(text));
  const results = composeResultsMail(
    {
      name: 'Noor',
      organisation: 'Harbour Line',
      roleTitle: 'Desk agent',
      link: 'https://tests.example.org/i/x',
      contact: { name: 'The team', email: 'team@example.org' },
    },
    { mailId: 'x', host: 'tests.example.org', address: 'noor@example.org' },
  );
  read.set('mail: own results', plain(results.text));
  for (const kind of TEST_MAILS) {
    for (const finishBy of kind === 'reminder' ? [null, new Date()] : [null]) {
      const { text } = previewMail({
        kind,
        name: 'Noor',
        organisation: 'Harbour Line',
        roleTitle: 'Desk agent',
        sections: [{ title: 'What would you do', usualMinutes: [15, 25] as never }],
        timed: true,
        beginUntil: new Date(),
        finishBy,
        link: 'https://tests.example.org/i/x',
        contact: { name: 'The team', email: 'team@example.org' },
        technicalHelp: null,
      });
      read.set(`mail: ${kind}${finishBy === null ? '' : ', begun'}`, plain(text));
    }
  }
}
