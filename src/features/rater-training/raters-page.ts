import { CERTIFICATION_GATE } from '../../core/calibration/judge-certification.ts';
import { ruleUnder, type RaterGate } from '../../core/calibration/rater-gate.ts';
import { openPause, type RaterCertification } from '../../core/calibration/rater-certification.ts';
import type { Person } from '../../core/person/person.ts';
import { errorOf, summaryFor, textOf, type FormState } from '../../http/form-state.ts';
import type {
  Breadcrumb,
  DataTable,
  ErrorSummary,
  Notice,
  PageHeader,
  RadioCards,
} from '../../http/parts.ts';
import type { PageReply } from '../../http/reply.ts';
import { formatCount } from '../../presentation/format-count.ts';
import { chipsOf } from './list-page.ts';
import { agreedFor, practiceOf, type CalibrationSet } from './load-set.ts';

export interface RatersState {
  readonly set: CalibrationSet;
  readonly pool: readonly Person[];
  readonly certifications: readonly RaterCertification[];
  readonly now: Date;
}

interface RatersVm {
  readonly breadcrumb: Breadcrumb;
  readonly header: PageHeader;
  readonly summary: ErrorSummary | null;
  readonly paused: Notice | null;
  readonly gate: {
    readonly said: string;
    readonly rules: RadioCards;
    readonly action: string;
  };
  readonly calibration: { readonly lines: readonly string[]; readonly href: string };
  readonly raters: DataTable;
}

/** Who may rate in a role: the gate, what experts agreed on, and how each rater stands. */
export function ratersPage(state: RatersState, form: FormState): PageReply {
  const { requisition } = state.set;
  const at = `/requisitions/${requisition.id}`;
  const vm: RatersVm = {
    breadcrumb: {
      links: [
        { label: 'Roles', href: '/requisitions' },
        { label: requisition.title, href: at },
        { label: 'Rating', href: `${at}/rating` },
      ],
      here: 'Raters',
    },
    header: {
      heading: 'Raters of this role',
      sub: 'Training, certification and pauses',
      chips: [],
      buttons: [],
    },
    summary: summaryFor(form),
    paused: pausedNotice(state),
    gate: {
      said: gateWords(requisition.raterGate, state.set),
      rules: ruleCards(form),
      action: `${at}/rating/gate`,
    },
    calibration: { lines: calibrationLines(state), href: `${at}/rating/calibration` },
    raters: ratersTable(state, at),
  };
  const { simulated } = requisition;
  const title = vm.header.heading;
  return { kind: 'page', layout: 'staff', view: 'rater-training/raters', title, simulated, vm };
}

function pausedNotice({ certifications, pool }: RatersState): Notice | null {
  const paused = certifications.filter(
    (one) => openPause(one)?.cause === 'drift' && pool.some(({ id }) => id === one.raterId),
  );
  if (paused.length === 0) return null;
  return {
    look: 'warn',
    heading: `${formatCount(paused.length, 'rater is', 'raters are')} paused`,
    lines: [
      'Their levels on seeds have moved away from the agreed ones. They get no new responses until you let them go on.',
    ],
    links: [],
  };
}

function gateWords(gate: RaterGate, set: CalibrationSet): string {
  const rule = ruleUnder(gate, set.rubric.anchorHash);
  if (gate.rule === 'required' && rule === 'advised') {
    return 'Now: advised. It was required under earlier anchors; under the present ones nobody is certified yet.';
  }
  return `Now: ${rule}.`;
}

function ruleCards(form: FormState): RadioCards {
  return {
    id: 'rule',
    name: 'rule',
    label: 'Do raters have to be certified?',
    hint: null,
    error: errorOf(form, 'rule'),
    value: textOf(form, 'rule') || null,
    required: true,
    options: [
      {
        value: 'required',
        label: 'Required',
        hint: `Only certified raters are given new responses. Needs ${CERTIFICATION_GATE.responses} responses that experts agreed on.`,
      },
      {
        value: 'advised',
        label: 'Advised',
        hint: 'Everybody may rate; reports say that raters are not certified.',
      },
      { value: 'off', label: 'Off', hint: 'Nobody is asked to train.' },
    ],
  };
}

function calibrationLines({ set, certifications }: RatersState): readonly string[] {
  const seeds = agreedFor(set, 'seed').map(({ response }) => response.id);
  const usedUp = certifications.filter(({ seeded }) => {
    const met = seeded.flatMap(({ responseIds }) => responseIds);
    return seeds.length > 0 && seeds.every((id) => met.includes(id));
  });
  return [
    `Certification: experts agreed on ${agreedFor(set, 'certification').length} of the ${CERTIFICATION_GATE.responses} responses it needs.`,
    seeds.length === 0
      ? 'Seeds: none. Experts have agreed on no response to mix into batches, so drift cannot be seen.'
      : `Seeds: ${seeds.length} responses are mixed into batches, one in fifteen, and never count.`,
    ...(usedUp.length === 0
      ? []
      : [
          `${formatCount(usedUp.length, 'rater has', 'raters have')} met every seed: for them seeds have stopped.`,
        ]),
  ];
}

function ratersTable({ set, pool, certifications, now }: RatersState, at: string): DataTable {
  const practice = practiceOf(set).map(({ response }) => response.id);
  return {
    id: 'raters',
    heading: 'Raters',
    headingHidden: false,
    note: null,
    columns: (['Rater', 'State', 'Practised', 'Seeds rated'] as const).map((label, index) => ({
      label,
      labelHidden: false,
      align: index < 2 ? 'start' : 'end',
      sort: null,
    })),
    rows: pool.map(({ id, name }) => {
      const own = certifications.find(({ raterId }) => raterId === id) ?? null;
      const done = (own?.practised ?? []).filter(({ responseId }) => practice.includes(responseId)).length;
      return {
        lineAfter: null,
        cells: [
          { kind: 'link', text: name, href: `${at}/rating/raters/${id}`, sub: null },
          { kind: 'chips', chips: chipsOf(own, now) },
          { kind: 'text', text: `${done} of ${practice.length}`, sub: null },
          { kind: 'text', text: `${own?.seedResults.length ?? 0}`, sub: null },
        ],
      };
    }),
    empty: 'Nobody of the organisation rates yet. An owner gives people the role of rater.',
    sortsInPlace: false,
  };
}
