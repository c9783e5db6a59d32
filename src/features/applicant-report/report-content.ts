import type { DocumentBlock, DocumentContent } from '../../presentation/document/document-content.ts';
import { heading, paragraph } from '../../presentation/document/document-content.ts';
import { drawProfile } from '../../presentation/charts/draw-profile.ts';
import { SCORE_SCALE } from '../../presentation/charts/score-axis.ts';
import { formatDate } from '../../presentation/format-date.ts';
import { formatScore } from '../../presentation/format-score.ts';
import { promptSection } from '../../presentation/prompt-section.ts';
import { evidenceWords, judgmentCaveat, stageChip } from '../../presentation/standing-words.ts';
import { writtenPrompts } from '../../core/scoring/written-prompts.ts';
import { criterionEvidence, type CriterionEvidence } from './criterion-evidence.ts';
import { historyTable } from './history-rows.ts';
import type { Report } from './read-report.ts';
import { aboutWords, givenWords, useOf } from './report-page.ts';
import { shortFigures } from './short-figures.ts';
import { earlierNotice } from './version-words.ts';

type Blocks = readonly DocumentBlock[];

/** The report to hand on: what the page says, by label, in the order of the page. */
export function reportContent(report: Report, at: Date): DocumentContent {
  const { requisition, standing } = report;
  const handedIn = report.attempt !== null;
  const simulated = requisition.simulated ? ' This role is simulated: nobody in it exists.' : '';
  return {
    title: `Applicant ${standing.label}`,
    subtitle: `${aboutWords(report)} Written on ${formatDate(at)}.${simulated}`,
    language: 'en',
    at,
    blocks: [
      ...(earlierNotice(report)?.lines ?? []).map((line) => paragraph(line, 'strong')),
      ...useOf(report).lines.map((line) => paragraph(line, 'strong')),
      ...inShort(report),
      ...(handedIn ? [...scores(report), ...evidence(report), ...responses(report)] : []),
      ...history(report),
    ],
  };
}

function inShort(report: Report): Blocks {
  const { chip, note } = evidenceWords(report.standing.evidence);
  const caveat = judgmentCaveat(report.standing.judgment, report.requisition);
  const given = report.attempt === null ? ['Nothing is handed in yet.'] : givenWords(report);
  return [
    heading('In short'),
    paragraph(`Stage: ${stageChip(report.applicant.stage).label}. Evidence: ${withNote(chip.label, note)}.`),
    ...given.map((line) => paragraph(line)),
    ...(caveat === null ? [] : [paragraph(caveat)]),
  ];
}

const withNote = (words: string, note: string | null): string =>
  note === null ? words : `${words} (${note})`;

function scores(report: Report): Blocks {
  return [
    ...shortFigures(report).flatMap(({ heading: name, words, precision, places, figure, dots }): Blocks => [
      heading(name),
      paragraph([words.score, words.words].filter((part) => part !== null).join(' ')),
      ...(precision === null ? [] : [paragraph(precision, 'quiet')]),
      ...places.map((place) => paragraph(place)),
      ...[figure, dots].flatMap((one) =>
        one === null ? [] : [picture(one.svg), paragraph(one.conclusion, 'quiet')],
      ),
    ]),
    ...profile(report),
  ];
}

const picture = (svg: string): DocumentBlock => ({ kind: 'picture', svg });

function profile({ rubric, standing }: Report): Blocks {
  const values = rubric.criteria.map(
    ({ id }) => standing.criteria.find(({ criterion }) => criterion === id)?.score.value ?? null,
  );
  if (values.every((value) => value === null)) return [];
  const { svg } = drawProfile({
    id: 'profile-chart',
    title: 'Scores by criterion',
    rows: rubric.criteria.map(({ label }) => label),
    people: [{ label: standing.label, series: 1, values }],
    scale: { ...SCORE_SCALE, format: formatScore },
    conclusion: '',
  });
  const note =
    '± is half the 90 % band of a criterion, where enough is known to have one: read the evidence before the number.';
  return [heading('Criteria'), picture(svg), paragraph(note, 'quiet')];
}

const evidence = (report: Report): Blocks => [
  heading('Evidence by criterion'),
  ...criterionEvidence(report).flatMap(criterionBlocks),
];

function criterionBlocks({ label, definition, weight, score, prompts }: CriterionEvidence): Blocks {
  const scored = [score.score === null ? null : `Score ${score.score}`, score.words, weight];
  return [
    heading(label, 3),
    paragraph(definition, 'quiet'),
    paragraph(scored.filter((part) => part !== null).join(' · ')),
    ...prompts.flatMap(({ prompt, level, step, basis, anchors, quotes, effect }): Blocks => [
      paragraph(`${prompt}: ${step === null ? level : `level ${level}`}`, 'strong'),
      ...(basis === null ? [] : [paragraph(basis, 'quiet')]),
      ...anchors.map((anchor) => paragraph(`${anchor.label}. ${anchor.text}`)),
      ...quotes.map((text): DocumentBlock => ({ kind: 'quotation', text: `“${text}”` })),
      ...(effect === null ? [] : [paragraph(effect, 'quiet')]),
    ]),
  ];
}

function responses(report: Report): Blocks {
  const { form, rubric } = report;
  return [
    ...writtenPrompts(form).flatMap((prompt): Blocks => {
      const { title, situation, askA, update, askB, columns } = promptSection(prompt, {
        people: [report],
        rubric,
      });
      return [
        heading(`Response: ${title}`),
        paragraph(situation),
        ...columns.flatMap(({ without, a, b, reasons }): Blocks =>
          without === null
            ? [
                ...step(`First: ${askA}`, a),
                paragraph(update),
                ...step(`Then: ${askB}`, b),
                ...reasons.map((reason) => paragraph(`A rater’s reason: ${reason}`, 'quiet')),
              ]
            : [paragraph(without, 'quiet')],
        ),
      ];
    }),
  ];
}

const step = (ask: string, pieces: readonly { readonly text: string }[]): Blocks => [
  paragraph(ask, 'strong'),
  { kind: 'quotation', text: pieces.map(({ text }) => text).join('') },
];

function history(report: Report): Blocks {
  const { heading: title, note, rows, empty } = historyTable(report);
  const items = rows.map(({ cells }) =>
    cells.map((cell) => (cell.kind === 'text' ? withNote(cell.text, cell.sub) : '')).join(' · '),
  );
  return [
    heading(title),
    ...(note === null ? [] : [paragraph(note, 'quiet')]),
    items.length === 0 ? paragraph(empty) : { kind: 'list', items },
  ];
}
