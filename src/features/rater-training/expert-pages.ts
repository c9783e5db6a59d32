import { agreeOnLevels, EXPERTS_NEEDED } from '../../core/calibration/level-agreement.ts';
import { CERTIFICATION_GATE } from '../../core/calibration/judge-certification.ts';
import { mayInRequisition } from '../../core/access/requisition-access.ts';
import type { Actor } from '../../core/person/person.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import { textareaFor, type FormState } from '../../http/form-state.ts';
import type { Breadcrumb, Chip, DataTable, Notice } from '../../http/parts.ts';
import type { PageReply } from '../../http/reply.ts';
import { levelsPage } from './levels-form.ts';
import { agreedFor, type CalibrationSet, type SetResponse } from './load-set.ts';

const crumbs = ({ id, title }: Requisition): Breadcrumb['links'] => [
  { label: 'Roles', href: '/requisitions' },
  { label: title, href: `/requisitions/${id}` },
];

/** Which responses the organisation's experts have agreed on, and where each stands. */
export function agreementPage(set: CalibrationSet, actor: Actor): PageReply {
  const { requisition, responses } = set;
  const title = 'Levels that experts agree on';
  const vm = {
    breadcrumb: { links: crumbs(requisition), here: title },
    header: {
      heading: title,
      sub: `Three people who know the job give levels to the same responses, each by themselves. Where they agree, raters can be certified by them.`,
      chips: [],
      buttons: [],
    },
    about: standing(set),
    real:
      mayInRequisition(actor, 'settle-ratings', requisition) === 'allowed'
        ? `/requisitions/${requisition.id}/rating/real-responses`
        : null,
    table: responses.length === 0 ? null : responsesTable(set, actor),
    nothing: responses.length === 0 ? nothing : null,
  };
  const { simulated } = requisition;
  return { kind: 'page', layout: 'staff', view: 'rater-training/agreement', title, simulated, vm };
}

const nothing = {
  heading: 'No responses to agree on',
  text: 'The assessment of this role brings no calibration responses.',
  buttons: [],
};

function standing(set: CalibrationSet): Notice {
  const certify = agreedFor(set, 'certification').length;
  const seeds = agreedFor(set, 'seed').length;
  const { responses } = CERTIFICATION_GATE;
  return {
    look: certify >= responses ? 'ok' : 'info',
    heading: null,
    lines: [
      `Certification: ${certify} agreed, ${responses} needed. Seeds that are mixed into batches: ${seeds} agreed.`,
      'Whoever gives levels here cannot be certified by these responses.',
    ],
    links: [],
  };
}

const USE_WORDS = {
  training: 'Training',
  certification: 'Certification',
  seed: 'Mixed into batches',
} as const;

function responsesTable({ requisition, responses }: CalibrationSet, actor: Actor): DataTable {
  return {
    id: 'responses',
    heading: 'Responses',
    headingHidden: true,
    note: null,
    columns: ['Response', 'For', 'Experts'].map((label) => ({
      label,
      labelHidden: false,
      align: 'start',
      sort: null,
    })),
    rows: responses.map((one, index) => ({
      lineAfter: null,
      cells: [
        {
          kind: 'link',
          text: `Response ${index + 1}`,
          href: `/requisitions/${requisition.id}/rating/calibration/${one.response.id}`,
          sub: one.prompt.title,
        },
        { kind: 'text', text: USE_WORDS[one.use], sub: null },
        { kind: 'chips', chips: [chipOf(one, actor)] },
      ],
    })),
    empty: '',
    sortsInPlace: false,
  };
}

function chipOf({ agreement, criteria }: SetResponse, actor: Actor): Chip {
  if (agreement?.agreed) return { label: 'agreed', look: 'ok' };
  const opinions = agreement?.opinions ?? [];
  const outcome = agreeOnLevels(
    opinions,
    criteria.map(({ id }) => id),
  );
  if (outcome.kind === 'disputed') return { label: 'not agreed: talk about it', look: 'warn' };
  const own = opinions.some(({ expertId }) => expertId === actor.personId) ? ', you among them' : '';
  return { label: `${opinions.length} of ${EXPERTS_NEEDED}${own}`, look: 'plain' };
}

/** The form of one expert; what others said appears once the own levels are given. */
export function opinionPage(
  { actor, requisition }: { readonly actor: Actor; readonly requisition: Requisition },
  one: SetResponse,
  form: FormState,
): PageReply {
  const at = `/requisitions/${requisition.id}/rating/calibration`;
  return levelsPage(one, {
    breadcrumb: {
      links: [...crumbs(requisition), { label: 'Levels that experts agree on', href: at }],
      here: 'Response',
    },
    place:
      one.writer === null
        ? 'A calibration response, not written by an applicant'
        : 'A calibration response, written by an applicant who agreed to this, without what tells who it was',
    simulated: requisition.simulated,
    about: aboutOpinions(one, actor),
    action: `${at}/${one.response.id}`,
    because: textareaFor(form, {
      name: 'because',
      label: 'Why these levels?',
      hint: 'Name the words that decide them. Raters read this when they practise on the response.',
      rows: 4,
    }),
    submit: 'Keep my levels',
    form,
  });
}

function aboutOpinions({ agreement, criteria }: SetResponse, actor: Actor): Notice {
  const opinions = agreement?.opinions ?? [];
  const own = opinions.some(({ expertId }) => expertId === actor.personId);
  const others = opinions.filter(({ expertId }) => expertId !== actor.personId);
  const said = others.map(({ levels, because }, index) => {
    const given = criteria.map(({ id, label }) => `${label} ${levels[id] ?? '–'}`).join(', ');
    return `Expert ${index + 1}: ${given}. ${because}`;
  });
  if (agreement?.agreed) {
    return { look: 'ok', heading: 'Agreed', lines: ['These levels stand and change no more.'], links: [] };
  }
  if (!own) {
    const line = `${others.length} of ${EXPERTS_NEEDED} experts have given levels. You see theirs once you have given yours.`;
    return { look: 'info', heading: null, lines: [line], links: [] };
  }
  const rule =
    'They agree where all are at most one level apart and more than half give the same level. You may change yours.';
  return { look: 'info', heading: 'What others say', lines: [...said, rule], links: [] };
}
