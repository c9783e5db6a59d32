import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Breadcrumb, Checkbox, PageHeader, RadioCards } from '../../http/parts.ts';
import type { PageReply } from '../../http/reply.ts';
import { blindWords } from '../../presentation/blind-words.ts';
import { formatCount } from '../../presentation/format-count.ts';

interface ExportsVm {
  readonly breadcrumb: Breadcrumb;
  readonly header: PageHeader;
  readonly about: string;
  readonly action: string;
  readonly rows: RadioCards;
  readonly format: RadioCards;
  readonly mark: Checkbox;
  readonly codebooks: readonly { readonly label: string; readonly href: string }[];
}

export function exportsPage(requisition: Requisition, total: number): PageReply {
  const at = `/requisitions/${requisition.id}`;
  const vm: ExportsVm = {
    breadcrumb: {
      links: [
        { label: requisition.title, href: at },
        { label: 'Applicants', href: `${at}/applicants` },
      ],
      here: 'Export',
    },
    header: {
      heading: 'Export applicants',
      sub: `${requisition.title} · ${formatCount(total, 'applicant', 'applicants')} in this intake`,
      chips: [],
      buttons: [],
    },
    about: `${blindWords(requisition)} No file holds a name or an address. Every score stands with its band, what the band rests on, and the versions it was measured with. That somebody exported is recorded.`,
    action: `${at}/exports/file`,
    rows: choice('rows', 'One row for each', [
      ['applicants', 'Applicant', 'Stage, evidence, scores with their bands, criteria.'],
      ['levels', 'Criterion and rater', 'Every level that a rater gave, and the one that counts.'],
      ['responses', 'Response', 'What was written, verbatim.'],
    ]),
    format: choice('format', 'Format', [
      ['csv', 'CSV', 'For spreadsheets and statistics. What a spreadsheet would compute is made plain text.'],
      [
        'xlsx',
        'Workbook (XLSX)',
        'For spreadsheets: numbers are numbers, texts are texts, and the codebook is the second sheet. Up to 10,000 rows; take CSV above that.',
      ],
      ['json', 'JSON', 'For programs.'],
    ]),
    mark: {
      id: 'mark',
      name: 'mark',
      label: 'Begin the CSV file with a byte order mark',
      hint: 'Tick it where your spreadsheet shows accents wrongly.',
      error: null,
      value: 'yes',
      checked: false,
    },
    codebooks: [
      { label: 'Codebook: applicants', href: `${at}/exports/codebook?rows=applicants` },
      { label: 'Codebook: criteria and raters', href: `${at}/exports/codebook?rows=levels` },
      { label: 'Codebook: responses', href: `${at}/exports/codebook?rows=responses` },
    ],
  };
  return {
    kind: 'page',
    layout: 'staff',
    view: 'exports/exports',
    title: `Export applicants, ${requisition.title}`,
    simulated: requisition.simulated,
    vm,
  };
}

type Option = readonly [value: string, label: string, hint: string];

const choice = (
  name: string,
  label: string,
  options: readonly [Option, ...(readonly Option[])],
): RadioCards => ({
  id: name,
  name,
  label,
  hint: null,
  error: null,
  value: options[0][0],
  required: true,
  options: options.map(([value, words, hint]) => ({ value, label: words, hint })),
});
