import type { Actor } from '../../core/person/person.ts';
import { FEWEST_DONE, type Forecast } from '../../core/requisition/forecast.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Cell, DataTable, DefinitionList } from '../../http/parts.ts';
import type { PageReply } from '../../http/reply.ts';
import { requisitionTabs } from '../../http/requisition-tabs.ts';
import { formatCount } from '../../presentation/format-count.ts';
import { formatDate } from '../../presentation/format-date.ts';
import { LOOKED_AT } from '../../store/role-progress-store.ts';
import { PACE_DAYS, type RoleProgress } from './find-progress.ts';

const text = (words: string, sub: string | null = null): Cell => ({ kind: 'text', text: words, sub });

/** What waits for whom. Counts and names of raters; nothing about one applicant. */
export function progressPage(actor: Actor, requisition: Requisition, found: RoleProgress): PageReply {
  const at = `/requisitions/${requisition.id}`;
  const vm = {
    breadcrumb: {
      links: [
        { label: 'Roles', href: '/requisitions' },
        { label: requisition.title, href: at },
      ],
      here: 'Progress',
    },
    header: { heading: 'Progress', sub: requisition.title, chips: [], buttons: [] },
    tabs: requisitionTabs(actor, requisition, 'Overview'),
    waiting: waitingOf(found),
    held: heldTable(found),
    forecasts: {
      items: [
        { term: 'Everybody invited has finished', cell: forecastCell(found.finishing, 'finished') },
        { term: 'Everything handed in is rated', cell: forecastCell(found.rating, 'were rated') },
      ],
    } satisfies DefinitionList,
    list: `${at}/applicants`,
  };
  return {
    kind: 'page',
    layout: 'staff',
    view: 'role-progress/progress',
    title: `Progress, ${requisition.title}`,
    simulated: requisition.simulated,
    vm,
  };
}

function waitingOf({ notBegun, writing, toDecide, tasks }: RoleProgress): DefinitionList {
  const people = (count: number) => text(formatCount(count, 'applicant', 'applicants'));
  const responses = (count: number) => text(formatCount(count, 'response', 'responses'));
  return {
    items: [
      { term: 'Invited and not begun', cell: people(notBegun) },
      { term: 'Begun and not finished', cell: people(writing) },
      { term: 'Handed in and without raters', cell: responses(tasks.unallocated) },
      { term: 'With two raters', cell: responses(tasks.rating) },
      { term: 'Waiting for a third rater', cell: responses(tasks.third) },
      { term: 'Waiting for the lead', cell: responses(tasks.lead) },
      { term: 'Rated, for you to decide', cell: people(toDecide) },
    ],
  };
}

function heldTable({ held, estimated }: RoleProgress): DataTable {
  return {
    id: 'held',
    heading: 'Responses that wait for a rater',
    headingHidden: false,
    note: `${estimated ? `More responses wait than are looked at one by one: the numbers are estimated from ${LOOKED_AT.toLocaleString('en')}. ` : ''}Since when: the day the oldest batch that they have open was given to them.`,
    columns: ['Rater', 'Responses', 'Since'].map((label) => ({
      label,
      labelHidden: false,
      align: 'start' as const,
      sort: null,
    })),
    rows: held.map(({ name, responses, since }) => ({
      lineAfter: null,
      cells: [
        text(name),
        text(`${estimated ? 'about ' : ''}${responses.toLocaleString('en')}`),
        text(since === null ? 'Not opened yet' : formatDate(since)),
      ],
    })),
    empty: 'No response waits for a rater.',
    sortsInPlace: false,
  };
}

function forecastCell(forecast: Forecast, done: string): Cell {
  switch (forecast.kind) {
    case 'nothing-left':
      return text('Nothing is left');
    case 'too-few':
      return text(
        'No forecast',
        `only ${forecast.done} ${done} in the last ${PACE_DAYS} days; fewer than ${FEWEST_DONE} say nothing about a pace`,
      );
    case 'days':
      return text(
        forecast.fewest === forecast.most
          ? `In about ${formatCount(forecast.most, 'day', 'days')}`
          : `In ${forecast.fewest} to ${formatCount(forecast.most, 'day', 'days')}`,
        `at the pace of the last ${PACE_DAYS} days, if nothing changes; chance alone moves it within this range in 9 of 10 cases`,
      );
  }
}
