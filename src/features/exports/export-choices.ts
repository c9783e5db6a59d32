import { errorOf, textOf, type FormState } from '../../http/form-state.ts';
import type { Checkbox, RadioCards } from '../../http/parts.ts';

interface ExportChoices {
  readonly rows: RadioCards;
  readonly format: RadioCards;
  readonly mark: Checkbox;
}

/** What one row is about, and in which format the file comes. */
export const exportChoices = (form: FormState): ExportChoices => ({
  rows: choice(form, 'rows', 'One row for each', [
    ['applicants', 'Applicant', 'Stage, evidence, scores with their bands, criteria.'],
    ['levels', 'Criterion and rater', 'Every level that a rater gave, and the one that counts.'],
    ['responses', 'Response', 'What was chosen in each situation, and what was written, verbatim.'],
  ]),
  format: choice(form, 'format', 'Format', [
    ['csv', 'CSV', 'For spreadsheets and statistics. What a spreadsheet would compute is made plain text.'],
    [
      'xlsx',
      'Workbook (XLSX)',
      'For spreadsheets: numbers are numbers, texts are texts, and the codebook is the second sheet. Up to 10,000 rows; take CSV above that.',
    ],
    ['json', 'JSON', 'For programs.'],
    [
      'pdf',
      'PDF',
      'A table of applicants to print: each score with its band and the key. One row for each applicant only, and up to 500 of them.',
    ],
  ]),
  mark: {
    id: 'mark',
    name: 'mark',
    label: 'Begin the CSV file with a byte order mark',
    hint: 'Tick it where your spreadsheet shows accents wrongly.',
    error: null,
    value: 'yes',
    checked: textOf(form, 'mark') === 'yes',
  },
});

type Option = readonly [value: string, label: string, hint: string];

function choice(
  form: FormState,
  name: string,
  label: string,
  options: readonly [Option, ...(readonly Option[])],
): RadioCards {
  const typed = textOf(form, name);
  return {
    id: name,
    name,
    label,
    hint: null,
    error: errorOf(form, name),
    value: typed === '' ? options[0][0] : typed,
    required: true,
    options: options.map(([value, words, hint]) => ({ value, label: words, hint })),
  };
}
