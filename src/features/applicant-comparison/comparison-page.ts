import { writtenPrompts } from '../../core/scoring/written-prompts.ts';
import type { Breadcrumb, Chip, Notice, PageHeader, Tabs } from '../../http/parts.ts';
import type { PageReply } from '../../http/reply.ts';
import { blindWords } from '../../presentation/blind-words.ts';
import { FEWEST, type ComparedPerson, type Comparison } from './compare-applicants.ts';
import { gateWords } from '../../presentation/gate-words.ts';
import { promptSection, type PromptSection } from '../../presentation/prompt-section.ts';
import { figureCards, type FigureCard } from './figure-cards.ts';
import { levelsTable, scoresByPerson, type LevelsTable, type ScoreByPerson } from './levels-table.ts';
import {
  evidenceWords,
  judgmentCaveat,
  stageChip,
  type EvidenceWords,
} from '../../presentation/standing-words.ts';
import { COMPARISON_PARTS, type ComparisonPart } from './requests.ts';

interface ComparisonVm {
  readonly breadcrumb: Breadcrumb;
  readonly header: PageHeader;
  readonly use: Notice;
  /** `remove` leads to the page without this person; null where too few would be left. */
  readonly people: readonly {
    readonly label: string;
    /** Their report. */
    readonly href: string;
    readonly stage: Chip;
    readonly evidence: EvidenceWords;
    /** Leads to the decision with the shortlist chosen; null for whoever is past that or has withdrawn. */
    readonly shortlist: string | null;
    readonly remove: string | null;
  }[];
  readonly caveat: string | null;
  readonly levels: LevelsTable;
  readonly scores: readonly ScoreByPerson[];
  /** The table stays; one of these stands below it. */
  readonly tabs: Tabs;
  readonly figures: readonly FigureCard[];
  readonly signs: readonly { readonly sign: string; readonly label: string }[];
  readonly prompts: readonly PromptSection[];
}

const PART_LABELS: Readonly<Record<ComparisonPart, string>> = {
  bars: 'Who can be told apart',
  profile: 'Criteria',
  distribution: 'Among all applicants',
  responses: 'Responses',
};

export function comparisonPage(comparison: Comparison, part: ComparisonPart): PageReply {
  const { requisition, form, rubric, people } = comparison;
  const at = `/requisitions/${requisition.id}`;
  const prompts = part === 'responses' ? writtenPrompts(form) : [];
  const levels = levelsTable(comparison);
  const vm: ComparisonVm = {
    breadcrumb: {
      links: [
        { label: 'Roles', href: '/requisitions' },
        { label: requisition.title, href: at },
        { label: 'Applicants', href: `${at}/applicants` },
      ],
      here: 'Compare',
    },
    header: {
      heading: 'Compare applicants',
      sub: `${requisition.title} · rubric version ${rubric.number} · ${blindWords(requisition)}`,
      chips: [],
      buttons: [
        {
          kind: 'link',
          label: 'Choose others',
          look: 'plain',
          href: `${at}/applicants?${askFor(people)}`,
        },
      ],
    },
    use: useOf(comparison),
    people: people.map((person) => personOf(person, comparison, part)),
    caveat: judgmentCaveat(people[0]?.standing.judgment, requisition),
    levels,
    scores: scoresByPerson(levels),
    tabs: {
      label: 'Parts of the comparison',
      links: COMPARISON_PARTS.map((one) => ({
        label: PART_LABELS[one],
        href: `${comparisonOf(requisition, people, one)}#part`,
        current: one === part,
      })),
    },
    figures: figureCards(comparison, part),
    signs: rubric.criteria.map(({ label }, index) => ({ sign: `${index + 1}`, label })),
    prompts: prompts.map((prompt) => promptSection(prompt, comparison)),
  };
  return {
    kind: 'page',
    layout: 'staff',
    view: 'applicant-comparison/compare',
    title: `Compare applicants, ${requisition.title}`,
    simulated: requisition.simulated,
    vm,
  };
}

function personOf(
  person: ComparedPerson,
  { requisition, people }: Comparison,
  part: ComparisonPart,
): ComparisonVm['people'][number] {
  const { label, applicantId, stage, evidence } = person.standing;
  const href = `/requisitions/${requisition.id}/applicants/${applicantId}`;
  const others = people.filter((other) => other !== person);
  return {
    label,
    href,
    stage: stageChip(stage),
    evidence: evidenceWords(evidence),
    shortlist: stage === 'open' ? `${href}/decision?to=shortlisted` : null,
    remove: others.length >= FEWEST ? comparisonOf(requisition, others, part) : null,
  };
}

const useOf = ({ requisition, rubric }: Comparison): Notice => ({
  look: 'info',
  heading: null,
  lines: [
    'Use this with the interview and references. Do not use it as the only reason to reject someone.',
    `Unsupervised, not verified. ${gateWords(requisition, rubric)} People appear in the order of the intake’s shuffle.`,
  ],
  links: [],
});

const comparisonOf = (
  { id }: Comparison['requisition'],
  people: readonly ComparedPerson[],
  part: ComparisonPart,
): string => `/requisitions/${id}/comparison?${askFor(people)}${part === 'bars' ? '' : `&show=${part}`}`;

const askFor = (people: readonly ComparedPerson[]): string =>
  people.map(({ standing }) => `applicant=${standing.applicantId}`).join('&');
