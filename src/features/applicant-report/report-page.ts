import { mayInRequisition } from '../../core/access/requisition-access.ts';
import type { Actor } from '../../core/person/person.ts';
import { writtenPrompts } from '../../core/scoring/written-prompts.ts';
import type { Breadcrumb, Button, Chip, DataTable, Link, Notice, PageHeader } from '../../http/parts.ts';
import type { PageReply } from '../../http/reply.ts';
import { blindWords } from '../../presentation/blind-words.ts';
import { formatDate } from '../../presentation/format-date.ts';
import { gateWords } from '../../presentation/gate-words.ts';
import { promptSection, type PromptSection } from '../../presentation/prompt-section.ts';
import {
  evidenceWords,
  judgmentCaveat,
  stageChip,
  type EvidenceWords,
} from '../../presentation/standing-words.ts';
import { criterionEvidence, type CriterionEvidence } from './criterion-evidence.ts';
import { historyTable } from './history-rows.ts';
import type { Report } from './read-report.ts';
import { shortFigures, type ShortFigure } from './short-figures.ts';
import { earlierNotice, reportsBefore, underVersion } from './version-words.ts';

interface ReportVm {
  readonly breadcrumb: Breadcrumb;
  readonly header: PageHeader;
  readonly use: Notice;
  /** Where it is not under the version that counts. */
  readonly earlier: Notice | null;
  /** The same under the versions before. */
  readonly before: readonly Link[];
  readonly caveat: string | null;
  readonly stage: Chip;
  readonly evidence: EvidenceWords;
  /** Complete or not, in words; never when, how fast or on what device. */
  readonly given: readonly string[];
  readonly figures: readonly ShortFigure[];
  readonly criteria: readonly CriterionEvidence[];
  readonly signs: readonly { readonly sign: string; readonly label: string }[];
  readonly prompts: readonly PromptSection[];
  readonly history: DataTable;
}

export function reportPage(actor: Actor, report: Report): PageReply {
  const { requisition, rubric, standing, form } = report;
  const at = `/requisitions/${requisition.id}`;
  const handedIn = report.attempt !== null;
  const vm: ReportVm = {
    breadcrumb: {
      links: [
        { label: 'Roles', href: '/requisitions' },
        { label: requisition.title, href: at },
        { label: 'Applicants', href: `${at}/applicants` },
      ],
      here: standing.label,
    },
    header: {
      heading: `Applicant ${standing.label}`,
      sub: aboutWords(report),
      chips: [],
      buttons: buttonsOf(actor, report),
    },
    use: useOf(report),
    earlier: earlierNotice(report),
    before: reportsBefore(report),
    caveat: judgmentCaveat(standing.judgment, requisition),
    stage: stageChip(report.applicant.stage),
    evidence: evidenceWords(standing.evidence),
    given: handedIn ? givenWords(report) : ['Nothing is handed in yet.'],
    figures: handedIn ? shortFigures(report) : [],
    criteria: handedIn ? criterionEvidence(report) : [],
    signs: rubric.criteria.map(({ label }, index) => ({ sign: `${index + 1}`, label })),
    prompts: handedIn
      ? writtenPrompts(form).map((prompt) => promptSection(prompt, { people: [report], rubric }))
      : [],
    history: historyTable(report),
  };
  return {
    kind: 'page',
    layout: 'staff',
    view: 'applicant-report/report',
    title: `Applicant ${standing.label}, ${requisition.title}`,
    simulated: requisition.simulated,
    vm,
  };
}

/** What the report is of, in one line. */
export const aboutWords = ({ requisition, intake, rubric }: Report): string =>
  `${requisition.title} · intake of ${formatDate(intake.opensAt)} · rubric version ${rubric.number} · ${blindWords(requisition)}`;

function buttonsOf(actor: Actor, report: Report): Button[] {
  const { requisition, applicant } = report;
  const here = `/requisitions/${requisition.id}/applicants/${applicant.id}`;
  const guide = `${here}/interview-guide`;
  const decide = mayInRequisition(actor, 'decide', requisition) === 'allowed';
  return [
    { kind: 'link', label: 'Report (PDF)', look: 'plain', href: `${here}/pdf${underVersion(report)}` },
    { kind: 'link', label: 'Interview guide', look: 'plain', href: guide },
    { kind: 'link', label: 'Notes', look: 'plain', href: `${here}/note` },
    { kind: 'link', label: 'Views', look: 'plain', href: `${here}/views` },
    ...(decide
      ? [{ kind: 'link' as const, label: 'Decide', look: 'primary' as const, href: `${here}/decision` }]
      : []),
  ];
}

export function givenWords({ standing, form, attempt }: Report): string[] {
  const { answered, asked } = standing.judgment;
  const prompts = writtenPrompts(form);
  const written = prompts.filter(({ id }) => {
    const value = attempt?.responses[id]?.value;
    return value?.kind === 'written-response' && `${value.a}${value.b}`.trim() !== '';
  });
  return [
    ...(asked === 0 ? [] : [`Situations answered: ${answered} of ${asked}.`]),
    ...(prompts.length === 0 ? [] : [`Prompts written on: ${written.length} of ${prompts.length}.`]),
  ];
}

export const useOf = ({ requisition, rubric }: Report): Notice => ({
  look: 'info',
  heading: null,
  lines: [
    'Use this with the interview and references. Do not use it as the only reason to reject someone.',
    `Unsupervised, not verified. ${gateWords(requisition, rubric)}`,
  ],
  links: [],
});
