import type { DataTable } from '../../../http/parts.ts';
import { escapeText } from '../../../presentation/charts/draw-element.ts';
import { formatDate } from '../../../presentation/format-date.ts';
import { agreementTable, itemsTable, missingTable } from '../quality-tables.ts';
import { intervalWords, studyWords, two } from '../quality-words.ts';
import type { Analysis } from '../../../core/scoring/analysis.ts';
import type { Manual } from './read-manual.ts';

/** The technical manual as one page that prints: everything from the data, and what is absent called so. */
export function drawManual(manual: Manual, at: Date): string {
  const { requisition, form } = manual.quality;
  const title = `Technical manual: ${form.title}`;
  const body = [
    `<h1>${escapeText(title)}</h1>`,
    paragraph(
      `${requisition.title}, ${formatDate(at)}.${requisition.simulated ? ' All data are simulated.' : ''}`,
    ),
    ...sectionsOf(manual).map(
      ([heading, ...parts]) => `<section><h2>${heading}</h2>${parts.join('')}</section>`,
    ),
  ].join('\n');
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeText(title)}</title>
<style>${STYLE}</style></head><body><main>
${body}
</main></body></html>
`;
}

const STYLE = `body{overflow-wrap:anywhere;font:11pt/1.5 system-ui,sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem;color:#111;background:#fff}
table{border-collapse:collapse;width:100%;font-size:9.5pt}th,td{border-bottom:1px solid #999;padding:.25rem .4rem;text-align:left;vertical-align:top}
thead{display:table-header-group}@media print{body{margin:0;max-width:none}h2{break-after:avoid}tr{break-inside:avoid}@page{margin:18mm}}`;

const paragraph = (text: string): string => `<p>${escapeText(text)}</p>`;

const sectionsOf = (manual: Manual): readonly (readonly string[])[] => [
  ...proceduresOf(manual),
  ...figuresOf(manual.quality),
  ...caveatsOf(manual.quality),
];

function proceduresOf({ quality, key }: Manual): readonly (readonly string[])[] {
  const { form, rubric } = quality;
  return [
    ['Purpose', paragraph(form.summary), paragraph(form.claim)],
    ['Population', paragraph(form.audience), ...jobOf(quality)],
    [
      'Construct',
      paragraph('Rated evidence of how people judge and word such situations; not a trait.'),
      ...rubric.criteria.map(({ label, definition, weight }) =>
        paragraph(`${label} (weight ${weight} %): ${definition}`),
      ),
    ],
    [
      'Key',
      paragraph(
        key.status === 'panel'
          ? 'The key comes from an expert panel.'
          : 'The key was made by the authors alone; no expert panel has checked it. Judgment rests on it and is on trial.',
      ),
    ],
    [
      'Rubric and raters',
      paragraph(
        `Rubric version ${rubric.number}, published ${formatDate(rubric.publishedAt)}. Two raters, blind to each other and to the person; levels two or more apart go to a third. Raters are not certified.`,
      ),
    ],
  ];
}

function figuresOf(quality: Manual['quality']): readonly (readonly string[])[] {
  const { form, rubric, judgment, written, analyses } = quality;
  return [
    ['Reliability', reliabilityOf('Judgment', analyses.judgment), reliabilityOf('Written', analyses.written)],
    [
      'Situations',
      judgment?.items
        ? drawTable(itemsTable(form, judgment.items, judgment.complete))
        : paragraph(
            `Not enough yet (${judgment?.complete ?? 0} of 50 attempts with every situation answered).`,
          ),
    ],
    [
      'Agreement of raters',
      written === null || written.agreement.length === 0
        ? paragraph('Nobody has been read by two raters yet.')
        : drawTable(agreementTable(rubric, written.agreement)),
      ...(written?.study ? [paragraph(studyWords(written.study))] : []),
    ],
    ['Missing responses', ...missingOf(quality)],
  ];
}

function caveatsOf({ form, rubric, requisition }: Manual['quality']): readonly (readonly string[])[] {
  return [
    ['Norms', paragraph('There are no norm groups.')],
    [
      'Evidence of validity',
      paragraph('There is none from this organisation: no criterion has been collected.'),
    ],
    ['Fairness', paragraph('Impact on groups and functioning of items by group have not been reviewed.')],
    [
      'Limits',
      paragraph(
        'Unsupervised and not verified. Levels are given by people and vary with them. Not for real decisions until a panel key, certified raters and impact figures are in place.',
      ),
    ],
    [
      'Versions',
      paragraph(`Form ${form.assessmentId}, version ${form.version}, language ${form.language}.`),
      paragraph(`Anchors ${rubric.anchorHash}; rubric content ${rubric.contentHash}.`),
      paragraph(
        `Job analysis: ${requisition.confirmation === null ? 'not confirmed' : `confirmed ${formatDate(requisition.confirmation.at)}`}.`,
      ),
    ],
  ];
}

const jobOf = ({ requisition: { tasks } }: Manual['quality']): readonly string[] =>
  tasks.length === 0
    ? [paragraph('No tasks of the job are recorded.')]
    : [`<ul>${tasks.map(({ text, often }) => `<li>${escapeText(text)} (${often})</li>`).join('')}</ul>`];

function reliabilityOf(name: string, analysis: Analysis | null): string {
  const own = analysis?.own ?? null;
  if (own === null) return paragraph(`${name}: no coefficient can be computed yet; planning values hold.`);
  const { reliability, interval, method, n, sd } = own;
  const few = n < 50 ? ' Below 50 attempts planning values hold instead.' : '';
  return paragraph(
    `${name}: ${two(reliability)} (90 % interval ${intervalWords(interval)}; ${method}, n = ${n}); SD of scores ${sd.toFixed(1)}.${few}`,
  );
}

function missingOf({ form, judgment, written }: Manual['quality']): readonly string[] {
  const about = { id: 'missing', heading: 'Missing' };
  return [
    ...(judgment === null
      ? []
      : [drawTable(missingTable(form, judgment.missing, { ...about, rated: false }))]),
    ...(written === null ? [] : [drawTable(missingTable(form, written.missing, { ...about, rated: true }))]),
  ];
}

function drawTable({ note, columns, rows }: DataTable): string {
  const head = columns.map(({ label }) => `<th scope="col">${escapeText(label)}</th>`).join('');
  const body = rows.map(({ cells }) => {
    const [first = '', ...others] = cells.map(cellText).map(escapeText);
    return `<tr><th scope="row">${first}</th>${others.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  });
  return `${note === null ? '' : paragraph(note)}<table><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table>`;
}

function cellText(cell: DataTable['rows'][number]['cells'][number]): string {
  if (cell.kind === 'chips') return cell.chips.map(({ label }) => label).join('; ');
  if (cell.kind !== 'text') return '';
  return cell.sub === null ? cell.text : `${cell.text} (${cell.sub})`;
}
