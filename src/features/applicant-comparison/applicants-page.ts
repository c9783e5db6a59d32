import { mayInRequisition } from '../../core/access/requisition-access.ts';
import type { Form } from '../../core/form/form.ts';
import type { Actor } from '../../core/person/person.ts';
import type { Criterion } from '../../core/rubric/rubric.ts';
import type { CriterionStanding, Standing } from '../../core/scoring/standing.ts';
import { writtenPrompts } from '../../core/scoring/written-prompts.ts';
import type { Breadcrumb, Button, Chip, EmptyState, PageHeader, Tabs } from '../../http/parts.ts';
import type { PageReply } from '../../http/reply.ts';
import { requisitionTabs } from '../../http/requisition-tabs.ts';
import { formatCount } from '../../presentation/format-count.ts';
import { formatDate } from '../../presentation/format-date.ts';
import { blindWords } from './blind-words.ts';
import type { ApplicantList } from './list-applicants.ts';
import {
  columnWords,
  evidenceWords,
  judgmentCaveat,
  levelStep,
  levelWords,
  scoreWords,
  stageChip,
  type EvidenceWords,
  type LevelStep,
  type ScoreWords,
} from './standing-words.ts';

interface LevelMark {
  readonly prompt: string;
  readonly text: string;
  /** Step of the heat scale; null where there is no level. */
  readonly step: LevelStep | null;
}

interface CriterionCell extends ScoreWords {
  readonly label: string;
  readonly levels: readonly LevelMark[];
}

interface ApplicantRow {
  readonly id: string;
  readonly label: string;
  readonly checked: boolean;
  readonly evidence: EvidenceWords;
  readonly stage: Chip;
  /** Null until the responses are handed in: then there is nothing to compare and nothing to choose. */
  readonly figures: {
    readonly judgment: ScoreWords;
    readonly written: ScoreWords;
    readonly criteria: readonly CriterionCell[];
  } | null;
}

interface ApplicantsVm {
  readonly breadcrumb: Breadcrumb;
  readonly header: PageHeader;
  readonly tabs: Tabs;
  readonly about: string;
  readonly caveat: string | null;
  readonly empty: EmptyState | null;
  readonly action: string;
  readonly listAction: string;
  readonly compare: Button;
  readonly criteria: readonly { readonly label: string; readonly weight: string }[];
  readonly prompts: readonly string[];
  readonly columns: number;
  readonly rows: readonly ApplicantRow[];
  readonly chosenElsewhere: readonly { readonly id: string; readonly label: string }[];
  readonly count: string;
  readonly first: string | null;
  readonly next: string | null;
}

export function applicantsPage(actor: Actor, list: ApplicantList): PageReply {
  const { requisition, intake, form, rubric } = list;
  const at = `/requisitions/${requisition.id}`;
  const vm: ApplicantsVm = {
    breadcrumb: {
      links: [
        { label: 'Roles', href: '/requisitions' },
        { label: requisition.title, href: at },
      ],
      here: 'Applicants',
    },
    header: {
      heading: 'Applicants',
      sub: `${requisition.title} · intake of ${formatDate(intake.opensAt)} · rubric version ${rubric.number}`,
      chips: [],
      buttons: [],
    },
    tabs: requisitionTabs(actor, requisition, 'Applicants'),
    about: `${blindWords(requisition)} The order is one shuffle for this intake, the same for everybody; it says nothing about the applicants.`,
    caveat: judgmentCaveat(list.rows[0]?.judgment, requisition),
    empty:
      list.total === 0 ? nobodyYet(at, mayInRequisition(actor, 'invite', requisition) === 'allowed') : null,
    action: `${at}/comparison`,
    listAction: `${at}/applicants`,
    compare: compareButton,
    criteria: rubric.criteria.map(({ label, weight }) => ({ label, weight: `weight ${weight} %` })),
    prompts: writtenPrompts(form).map(({ title }) => title),
    columns: 6 + rubric.criteria.length,
    rows: list.rows.map((standing) => applicantRow(list, standing)),
    chosenElsewhere: list.chosenElsewhere.map(({ applicantId, label }) => ({ id: applicantId, label })),
    count: `${formatCount(list.rows.length, 'applicant', 'applicants')} of ${list.total} on this page`,
    first: list.firstPage ? null : '',
    next: list.next === null ? null : `${list.next.shuffleRank}.${list.next.applicantId}`,
  };
  return {
    kind: 'page',
    layout: 'staff',
    view: 'applicant-comparison/applicants',
    title: `Applicants, ${requisition.title}`,
    simulated: requisition.simulated,
    vm,
  };
}

const compareButton: Button = {
  kind: 'submit',
  label: 'Compare chosen',
  look: 'primary',
  name: null,
  value: null,
  form: null,
  fragment: null,
  key: null,
};

const nobodyYet = (at: string, mayInvite: boolean): EmptyState => ({
  heading: 'No applicants yet',
  text: mayInvite
    ? 'Invite the first applicants. They get a link and need no account; here they appear under a label, without name.'
    : 'A recruiter of this role invites applicants. Here they appear under a label, without name.',
  buttons: mayInvite
    ? [{ kind: 'link', label: 'Invite applicants', look: 'primary', href: `${at}/invitations` }]
    : [],
});

function applicantRow(list: ApplicantList, standing: Standing): ApplicantRow {
  const { form, rubric, chosen } = list;
  return {
    id: standing.applicantId,
    label: standing.label,
    checked: chosen.includes(standing.applicantId),
    evidence: evidenceWords(standing.evidence),
    stage: stageChip(standing.stage),
    figures:
      standing.finishedAt === null
        ? null
        : {
            judgment: columnWords('judgment', standing, list),
            written: columnWords('written', standing, list),
            criteria: rubric.criteria.map((criterion) => criterionCell(criterion, standing.criteria, form)),
          },
  };
}

function criterionCell(
  { id, label }: Criterion,
  standings: readonly CriterionStanding[],
  form: Form,
): CriterionCell {
  const standing = standings.find(({ criterion }) => criterion === id);
  if (standing === undefined) throw new Error(`criterion ${id} has no standing`);
  return { label, ...scoreWords(standing.score), levels: levelMarks(standing, form) };
}

/** One mark for each prompt that gives a chance to show the criterion. */
const levelMarks = (standing: CriterionStanding, form: Form): readonly LevelMark[] =>
  writtenPrompts(form).flatMap(({ id, title }) => {
    const level = standing.prompts[id];
    if (level === undefined || level.reason === 'not-rated-here') return [];
    const { score, words } = levelWords(level);
    const text = score ?? words ?? '';
    return [{ prompt: title, text, step: level.level === null ? null : levelStep(level.level) }];
  });
