import type { Draw } from '../../../core/requisition/draw-places.ts';
import type { Intake, Requisition } from '../../../core/requisition/requisition.ts';
import type { Cell, DataTable } from '../../../http/parts.ts';
import type { PageReply } from '../../../http/reply.ts';
import { formatCount } from '../../../presentation/format-count.ts';
import { formatDate } from '../../../presentation/format-date.ts';
import { stageChip } from '../../../presentation/standing-words.ts';
import { COLUMN_NAMES } from '../list-column.ts';
import { fingerprintOf } from './make-draw.ts';
import { placesWords } from './places-words.ts';
import type { DrawState } from './read-draw.ts';

const NOTHING = {
  'other-rule': 'This role’s rule among people who cannot be told apart is another one, so nothing is drawn.',
  'no-band':
    'The deciding column has no band that may be shown, so nobody knows yet who cannot be told apart from the last place.',
  'not-settled':
    'Some applicants still write or wait for raters. Drawing now would mean drawing again, so it opens when everybody who has begun is rated.',
  'too-many': 'More than 5,000 applicants have a score. This page does not draw among so many.',
  'enough-places':
    'Nobody has to be drawn: the places reach for everybody who cannot be told apart from the last place.',
} as const;

export function drawPage(requisition: Requisition, intake: Intake, state: DrawState): PageReply {
  const at = `/requisitions/${requisition.id}`;
  const vm = {
    breadcrumb: {
      links: [
        { label: requisition.title, href: at },
        { label: 'Applicants', href: `${at}/applicants` },
      ],
      here: 'Draw',
    },
    header: {
      heading: 'Draw of the last places',
      sub: `${requisition.title} · intake of ${formatDate(intake.opensAt)}`,
      chips: [],
      buttons: [],
    },
    nothing: state.kind === 'draw' || state.kind === 'drawn' ? null : NOTHING[state.kind],
    plan:
      state.kind === 'draw'
        ? {
            sentence: placesWords(intake, state.among.length),
            sure: `${formatCount(state.sure.length, 'applicant is', 'applicants are')} above them and told apart, with a place without a draw. ${formatCount(state.seats, 'place is', 'places are')} drawn.`,
            labels: state.among.map(({ label }) => label).join(', '),
            seen: fingerprintOf(state),
            action: `${at}/draw`,
          }
        : null,
    result: state.kind === 'drawn' ? resultOf(state.draw, state.stages) : null,
    back: `${at}/applicants`,
  };
  return {
    kind: 'page',
    layout: 'staff',
    view: 'applicant-comparison/draw',
    title: `Draw, ${requisition.title}`,
    simulated: requisition.simulated,
    vm,
  };
}

type Stages = Extract<DrawState, { kind: 'drawn' }>['stages'];

function resultOf(draw: Draw, stages: Stages) {
  const { order, seats, sure, places, column, seed, at } = draw;
  return {
    sentence: `On ${formatDate(at)} ${formatCount(order.length, 'applicant was', 'applicants were')} not distinguishable from the last of ${formatCount(places, 'place', 'places')} on ${COLUMN_NAMES[column]}, and ${formatCount(seats, 'place was', 'places were')} drawn. It is not drawn again; where somebody gives up a place, the next of the order follows.`,
    sure:
      sure.length === 0
        ? null
        : `Without a draw, because above them and told apart: ${sure.map(({ label }) => label).join(', ')}.`,
    seed,
    list: order
      .map(({ label }) => label)
      .toSorted()
      .join(' '),
    table: tableOf(draw, stages),
  };
}

const text = (words: string): Cell => ({ kind: 'text', text: words, sub: null });

function tableOf({ order, seats }: Draw, stages: Stages): DataTable {
  return {
    id: 'drawn',
    heading: 'The order that was drawn',
    headingHidden: false,
    note: 'It is an order by lot and says nothing about the applicants.',
    columns: ['Place in the draw', 'Applicant', 'Result', 'Stage now'].map((label) => ({
      label,
      labelHidden: false,
      align: 'start' as const,
      sort: null,
    })),
    rows: order.map(({ label }, index) => {
      const stage = stages.get(label);
      return {
        lineAfter: null,
        cells: [
          text(String(index + 1)),
          text(label),
          text(index < seats ? 'Has a place' : 'Follows'),
          stage === undefined ? text('Erased') : { kind: 'chips' as const, chips: [stageChip(stage)] },
        ],
      };
    }),
    empty: '',
    sortsInPlace: false,
  };
}
