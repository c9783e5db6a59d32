import { certificationState, type CertificationState } from '../../core/calibration/certification-state.ts';
import {
  CERTIFICATION_GATE,
  type CertificationMeasure,
  type CertificationResult,
} from '../../core/calibration/judge-certification.ts';
import type { RaterCertification } from '../../core/calibration/rater-certification.ts';
import type { Breadcrumb, DataTable, Link, Notice, PageHeader } from '../../http/parts.ts';
import type { PageReply } from '../../http/reply.ts';
import { formatCount } from '../../presentation/format-count.ts';
import { formatDate } from '../../presentation/format-date.ts';
import { eligibility, leftOfSitting, type Eligibility } from './certify.ts';
import { practiceOnly } from './feedback-page.ts';
import type { RatedAnchors } from './find-sets.ts';
import { agreedFor, practiceOf, type CalibrationSet } from './load-set.ts';
import { isSimulated, pathOf } from './set-frame.ts';

interface SetVm {
  readonly breadcrumb: Breadcrumb;
  readonly header: PageHeader;
  readonly practice: {
    readonly said: string;
    readonly status: Notice | null;
    readonly table: DataTable | null;
    readonly next: Link | null;
  };
  readonly certification: {
    readonly notice: Notice;
    /** What the last set came to. */
    readonly last: readonly string[];
    readonly goOn: Link | null;
    readonly begin: string | null;
    readonly handIn: string | null;
  };
}

/** What a rater has practised under these anchors, and where their certification stands. */
export function setPage(
  anchors: RatedAnchors,
  set: CalibrationSet,
  certification: RaterCertification,
  now: Date,
): PageReply {
  const [first] = anchors.roles;
  const vm: SetVm = {
    breadcrumb: {
      links: [
        { label: 'Rating', href: '/rating' },
        { label: 'Training', href: '/rating/training' },
      ],
      here: first.assessmentTitle,
    },
    header: {
      heading: `Training: ${first.assessmentTitle}`,
      sub: `Anchors of ${anchors.roles.map(({ title }) => title).join(', ')}`,
      chips: [],
      buttons: [],
    },
    practice: practiceSection(anchors, set, certification),
    certification: certificationSection(anchors, set, certification, now),
  };
  return {
    kind: 'page',
    layout: 'staff',
    view: 'rater-training/set',
    title: vm.header.heading,
    simulated: isSimulated(anchors),
    vm,
  };
}

function practiceSection(
  anchors: RatedAnchors,
  set: CalibrationSet,
  { practised }: RaterCertification,
): SetVm['practice'] {
  const responses = practiceOf(set);
  if (responses.length === 0) {
    const said =
      'There is nothing to practise on: nobody has set levels for responses under the anchors of this role.';
    return { said, status: null, table: null, next: null };
  }
  const done = (id: string): boolean => practised.some(({ responseId }) => responseId === id);
  const at = pathOf(anchors);
  const open = responses.find(({ response }) => !done(response.id));
  const count = responses.filter(({ response }) => done(response.id)).length;
  return {
    said: `${count} of ${formatCount(responses.length, 'response', 'responses')} practised.`,
    status: responses.some(({ key }) => key?.source === 'authored') ? practiceOnly : null,
    table: {
      ...{ id: 'practice-list', heading: 'Responses to practise on', headingHidden: true, note: null },
      columns: ['Response', 'Practised'].map((label) => ({
        ...{ label, labelHidden: false, align: 'start' as const, sort: null },
      })),
      rows: responses.map(({ response, prompt }, index) => ({
        lineAfter: null,
        cells: [
          {
            kind: 'link',
            text: `Response ${index + 1}`,
            href: `${at}/practice/${response.id}`,
            sub: prompt.title,
          },
          {
            kind: 'chips',
            chips: [done(response.id) ? { label: 'practised', look: 'ok' } : { label: 'new', look: 'plain' }],
          },
        ],
      })),
      empty: '',
      sortsInPlace: false,
    },
    next: open === undefined ? null : { label: 'Practise', href: `${at}/practice/${open.response.id}` },
  };
}

function certificationSection(
  anchors: RatedAnchors,
  set: CalibrationSet,
  certification: RaterCertification,
  now: Date,
): SetVm['certification'] {
  const may = eligibility(set, certification, now);
  const state = certificationState(certification, now);
  const agreed = agreedFor(set, 'certification').length;
  const last = certification.tries.at(-1);
  const at = `${pathOf(anchors)}/certification`;
  const sitting = certification.sitting && leftOfSitting(set, certification.sitting);
  const next = sitting?.responseIds.findIndex(
    (id) => !sitting.given.some(({ responseId }) => responseId === id),
  );
  return {
    notice: noticeOf(may, state, agreed),
    last: last === undefined ? [] : resultWords(last.result, formatDate(last.at)),
    goOn:
      next === undefined || next === -1
        ? null
        : { label: `Go on with response ${next + 1}`, href: `${at}/responses/${next + 1}` },
    begin: may === 'may-begin' ? at : null,
    handIn: next === -1 ? `${at}/hand-in` : null,
  };
}

function noticeOf(may: Eligibility, state: CertificationState, agreed: number): Notice {
  const told = (look: Notice['look'], heading: string, line: string): Notice => ({
    look,
    heading,
    lines: [line],
    links: [],
  });
  const { responses } = CERTIFICATION_GATE;
  switch (may) {
    case 'certified': {
      const until = state.kind === 'certified' ? formatDate(state.until) : '';
      return told('ok', 'You are certified', `Until ${until}, and longer with every batch you are given.`);
    }
    case 'under-way':
      return told('info', 'Under way', 'Rate every response of the set, then hand it in.');
    case 'set-too-small':
      return told(
        'info',
        'Not possible yet',
        `Certification needs ${responses} responses whose levels three experts of your organisation agreed on; there are ${agreed}. Until then practice is all there is, and it certifies nobody.`,
      );
    case 'set-own-levels':
      return told('info', 'Not for you', 'You helped to set the levels of these responses.');
    case 'no-tries-left':
      return told(
        'warn',
        'Not passed twice',
        'Talk to the lead of the role about the anchors. The lead can open the set for you again.',
      );
    case 'may-begin':
      return told(
        'info',
        state.kind === 'lapsed' ? 'Your certification has lapsed' : 'You are not certified yet',
        `${agreed} responses, no feedback in between. ${leftWords(state)} You pass with the agreed level on at least 60 % and at most one level apart on at least 95 %, weighted kappa .70, and a mean within a quarter of a level.`,
      );
  }
}

const leftWords = (state: CertificationState): string =>
  state.kind === 'not-certified' && state.triesLeft === 1
    ? 'One try is left: practise first.'
    : 'You have two tries.';

const MISSED: Readonly<Record<CertificationMeasure, (result: CertificationResult) => string>> = {
  exact: ({ exact }) =>
    `The agreed level on ${percent(exact)}, at least 60 % are needed: read the anchors beside each other.`,
  adjacent: ({ adjacent }) =>
    `At most one level apart on ${percent(adjacent)}, at least 95 % are needed: look for the words that decide a level.`,
  kappa: ({ kappa }) =>
    `Weighted kappa ${kappa === null ? 'cannot be computed' : kappa.toFixed(2)}, .70 is needed: tell weak and strong responses further apart.`,
  bias: ({ bias }) =>
    `${Math.abs(bias).toFixed(2)} levels ${bias > 0 ? 'milder' : 'stricter'} on average, a quarter of a level is allowed: practise the middle levels.`,
};

function resultWords(result: CertificationResult, on: string): readonly string[] {
  const { missed, responses, exact, adjacent } = result;
  if (missed.length === 0) {
    return [
      `Passed on ${on}: the agreed level on ${percent(exact)}, at most one apart on ${percent(adjacent)}, over ${responses} responses.`,
    ];
  }
  return [`Not passed on ${on}.`, ...missed.map((measure) => MISSED[measure](result))];
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;
