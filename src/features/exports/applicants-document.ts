import { overallScore } from '../../core/norms/overall-score.ts';
import { discloseJudgment } from '../../core/scoring/disclose-judgment.ts';
import { SLOTS, type MeasuredColumn, type ScoreColumn } from '../../core/scoring/score-column.ts';
import type { Standing } from '../../core/scoring/standing.ts';
import { blindWords } from '../../presentation/blind-words.ts';
import {
  paragraph,
  type DocumentBlock,
  type DocumentContent,
} from '../../presentation/document/document-content.ts';
import { formatCount } from '../../presentation/format-count.ts';
import { formatDate } from '../../presentation/format-date.ts';
import { formatScore } from '../../presentation/format-score.ts';
import { gateWords } from '../../presentation/gate-words.ts';
import { constantsWords, overallBandWords } from '../../presentation/norm-words.ts';
import { precisionWords } from '../../presentation/precision-words.ts';
import {
  columnWords,
  criterionWords,
  evidenceWords,
  judgmentCaveat,
  stageChip,
} from '../../presentation/standing-words.ts';
import type { ExportSetting } from './load-setting.ts';
import type { Whom } from './walk-portions.ts';

interface Column {
  readonly label: string;
  readonly of: (standing: Standing) => string;
}

/** The applicants of a file as a table to print: what a list shows of them, each score with what it rests on. No names. */
export function applicantsDocument(
  setting: ExportSetting,
  standings: readonly Standing[],
  whom: Whom,
  at: Date,
): DocumentContent {
  const { requisition, intake, rubric } = setting;
  const who = `${whom === 'everybody' ? 'all of the intake' : 'chosen in the list'}, ${formatCount(standings.length, 'applicant', 'applicants')}`;
  const about = `intake of ${formatDate(intake.opensAt)} · rubric version ${rubric.number} · ${who} · written on ${formatDate(at)}`;
  const simulated = requisition.simulated ? ' This role is simulated: nobody in it exists.' : '';
  const columns = columnsOf(setting);
  return {
    title: `Applicants: ${requisition.title}`,
    subtitle: `${requisition.title} · ${about} · ${blindWords(requisition)}${simulated}`,
    language: 'en',
    at,
    landscape: true,
    pageHead: `${requisition.title} · ${about}${simulated}`,
    blocks: [
      ...notes(setting, standings[0]),
      {
        kind: 'table',
        head: columns.map(({ label }) => label),
        rows: standings.map((standing) => columns.map(({ of }) => of(standing))),
      },
    ],
  };
}

function columnsOf({ requisition, precision, constants, rubric }: ExportSetting): readonly Column[] {
  const judged = (standing: Standing): string => {
    const key = standing.judgment.keyStatus;
    if (discloseJudgment(standing.judgment, requisition) === 'kept-back') return `kept back, ${key} key`;
    const words = scored('judgment', standing, { requisition, precision });
    // The words of the list name the key where it is the authors'.
    return key === 'panel' && standing.judgment.score.value !== null ? `${words}, panel key` : words;
  };
  const overall = (standing: Standing): string => {
    if (constants === null) return '';
    if (discloseJudgment(standing.judgment, requisition) === 'kept-back') return 'kept back';
    const found = overallScore(standing, constants, precision);
    return found === null ? 'part missing' : `${formatScore(found.score)} ${overallBandWords(found)}`;
  };
  return [
    { label: 'Applicant', of: ({ label }) => label },
    { label: 'Stage', of: ({ stage }) => stageChip(stage).label },
    { label: 'Evidence', of: ({ evidence }) => evidenceText(evidence) },
    { label: 'Judgment', of: judged },
    { label: 'Written', of: (standing) => scored('written', standing, { requisition, precision }) },
    ...(constants === null ? [] : [{ label: 'Overall', of: overall }]),
    ...rubric.criteria.map(({ label, weight }, place) => ({
      label: `${label}, ${weight} %`,
      of: (standing: Standing) => joined(criterionWords(SLOTS[place], standing, precision)),
    })),
  ];
}

function evidenceText(evidence: Standing['evidence']): string {
  const { chip, note } = evidenceWords(evidence);
  return note === null ? chip.label : `${chip.label} (${note})`;
}

const joined = ({ score, words }: { readonly score: string | null; readonly words: string | null }): string =>
  [score, words].filter((part) => part !== null).join(' ');

/** As the list has it, and said as well where the band is established. */
function scored(
  column: MeasuredColumn,
  standing: Standing,
  { requisition, precision }: Pick<ExportSetting, 'requisition' | 'precision'>,
): string {
  const words = columnWords(column, standing, { requisition, precision });
  const established = words.score !== null && precision[column]?.kind === 'established';
  return `${joined(words)}${established ? ', established' : ''}`;
}

function notes(setting: ExportSetting, anybody: Standing | undefined): readonly DocumentBlock[] {
  const { requisition, rubric, precision, constants } = setting;
  const rests = ([column, name]: readonly [ScoreColumn, string]) => {
    const known = precision[column];
    return known === null ? [] : [paragraph(`${name}: ${precisionWords(known)}`, 'quiet')];
  };
  const caveat = judgmentCaveat(anybody?.judgment, requisition);
  const readable = anybody !== undefined && discloseJudgment(anybody.judgment, requisition) !== 'kept-back';
  const columns = [
    ...(readable ? ([['judgment', 'Judgment']] as const) : []),
    ['written', 'Written'] as const,
    ...rubric.criteria.flatMap(({ label }, place) => {
      const slot = SLOTS[place];
      return slot === undefined ? [] : [[slot, label] as const];
    }),
  ];
  return [
    paragraph(
      'Use this with the interview and references. Do not use it as the only reason to reject someone.',
      'strong',
    ),
    paragraph(`Unsupervised, not verified. ${gateWords(requisition, rubric)}`, 'strong'),
    ...(caveat === null ? [] : [paragraph(caveat)]),
    paragraph(
      'Scores are 0 to 100, ± is half the 90 % band. A single criterion has a band only where its own data establish one. The order is the shuffle of the intake: no rank is meant.',
    ),
    ...columns.flatMap(rests),
    ...(constants === null || !readable ? [] : [paragraph(`Overall: ${constantsWords(constants)}`, 'quiet')]),
  ];
}
