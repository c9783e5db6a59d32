import { seedDrift } from '../../core/calibration/seed-drift.ts';
import { openPause, type RaterCertification } from '../../core/calibration/rater-certification.ts';
import type { Person } from '../../core/person/person.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import { summaryFor, textareaFor, type FormState } from '../../http/form-state.ts';
import type { Breadcrumb, ErrorSummary, PageHeader, Textarea } from '../../http/parts.ts';
import type { PageReply } from '../../http/reply.ts';
import { formatCount } from '../../presentation/format-count.ts';
import { formatDate } from '../../presentation/format-date.ts';
import { chipsOf } from './list-page.ts';

export interface RaterState {
  readonly requisition: Requisition;
  readonly rater: Person;
  readonly certification: RaterCertification;
  /** Ratings of this role since the last good seed that still count. */
  readonly doubted: number;
  readonly now: Date;
}

interface RaterVm {
  readonly breadcrumb: Breadcrumb;
  readonly header: PageHeader;
  readonly summary: ErrorSummary | null;
  readonly says: readonly string[];
  readonly history: readonly string[];
  /** Null unless the rater is paused for drift. */
  readonly reRate: { readonly said: string; readonly action: string | null } | null;
  readonly resume: { readonly action: string; readonly because: Textarea } | null;
}

/** One rater under the anchors of this role, for its lead. */
export function raterPage(state: RaterState, form: FormState): PageReply {
  const { requisition, rater, certification, now } = state;
  const at = `/requisitions/${requisition.id}`;
  const pause = openPause(certification);
  const vm: RaterVm = {
    breadcrumb: {
      links: [
        { label: 'Roles', href: '/requisitions' },
        { label: requisition.title, href: at },
        { label: 'Raters', href: `${at}/rating/raters` },
      ],
      here: rater.name,
    },
    header: { heading: rater.name, sub: null, chips: chipsOf(certification, now), buttons: [] },
    summary: summaryFor(form),
    says: sayings(certification),
    history: certification.pauses.flatMap(({ cause, at: since, lifted }) =>
      lifted === null
        ? []
        : [
            `${cause === 'drift' ? 'Paused' : 'Not passed twice'} on ${formatDate(since)}, allowed to go on from ${formatDate(lifted.at)}: ${lifted.because}`,
          ],
    ),
    reRate: pause?.cause === 'drift' ? reRating(state, at) : null,
    resume:
      pause === null ? null : { action: `${at}/rating/raters/${rater.id}/resume`, because: reasonFor(form) },
  };
  const { simulated } = requisition;
  return {
    ...{ kind: 'page', layout: 'staff', view: 'rater-training/rater', title: rater.name },
    simulated,
    vm,
  };
}

function sayings(certification: RaterCertification): readonly string[] {
  const { n, average } = seedDrift(certification);
  const pause = openPause(certification);
  return [
    ...(pause?.cause === 'drift'
      ? [
          `Paused since ${formatDate(pause.at)}: levels have moved away from the agreed ones. What is in hand can be finished; nothing new is given out.`,
        ]
      : []),
    ...(pause?.cause === 'failed-twice'
      ? ['The certification set was not passed twice. Talk about the anchors, then open it again.']
      : []),
    n === 0
      ? 'No seeds rated yet.'
      : `${formatCount(n, 'seed', 'seeds')} rated; by the weighted mean ${apartWords(average ?? 0)}.`,
    'A signal is a reason to talk and to look again, not a verdict.',
  ];
}

const apartWords = (average: number): string =>
  Math.abs(average) < 0.005
    ? 'as the agreed levels'
    : `${Math.abs(average).toFixed(2)} levels ${average > 0 ? 'milder' : 'stricter'} than agreed`;

function reRating({ certification, rater, doubted }: RaterState, at: string): NonNullable<RaterVm['reRate']> {
  const { lastGoodAt } = seedDrift(certification);
  const since =
    lastGoodAt === null
      ? 'No seed before the signal was good: every rating under these anchors is in doubt.'
      : `The last good seed was handed in on ${formatDate(lastGoodAt)}.`;
  if (doubted === 0) return { said: `${since} In this role no rating after it still counts.`, action: null };
  const said = `${since} ${formatCount(doubted, 'rating', 'ratings')} of this role came after it. Taken out of the count, their responses go to other raters and scores wait for them; what was said stays on record.`;
  return { said, action: `${at}/rating/raters/${rater.id}/re-rate` };
}

const reasonFor = (form: FormState): Textarea =>
  textareaFor(form, {
    name: 'because',
    label: 'Why may they go on?',
    hint: 'For example what you talked about. It is kept.',
    rows: 3,
  });
