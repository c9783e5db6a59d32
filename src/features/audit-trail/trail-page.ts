import type { DomainEvent } from '../../core/kernel/domain-event.ts';
import { emptyForm, fieldFor } from '../../http/form-state.ts';
import type { Cell, Column, DataTable, FilterBar, Pagination, Row } from '../../http/parts.ts';
import type { PageReply } from '../../http/reply.ts';
import { formatDate } from '../../presentation/format-date.ts';
import type { ReadTrail, TrailNames } from './read-trail.ts';
import type { Trail } from './requests.ts';

const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'UTC' });

/** The trail as a table: when, who, what, about which role, and the plain facts that were recorded. */
export function trailPage(trail: ReadTrail, { about = '' }: Trail): PageReply {
  const vm = {
    filter: filterOf(about),
    table: tableOf(trail, about),
    pagination: paginationOf(trail, about),
  };
  return { kind: 'page', layout: 'staff', view: 'audit-trail/trail', title: 'Audit trail', vm };
}

const filterOf = (about: string): FilterBar => ({
  label: 'Look for one role or applicant',
  action: '/audit',
  controls: [
    {
      kind: 'field',
      field: fieldFor(
        { ...emptyForm, values: { about } },
        {
          name: 'about',
          label: 'Role or applicant',
          hint: 'The label of an applicant, or an id from the address of a page.',
          type: 'search',
          required: false,
          autocomplete: 'off',
        },
      ),
    },
  ],
  keep: [],
  apply: 'Find',
  clear: about === '' ? null : { label: 'Show everything', href: '/audit' },
});

function tableOf(trail: ReadTrail, about: string): DataTable {
  return {
    id: 'trail',
    heading: about === '' ? 'Everything, the newest first' : `About ${about}, the newest first`,
    headingHidden: false,
    note: 'Times are UTC and stand beside what staff did. What applicants did, and what followed from it, has a day only.',
    columns: ['When', 'Who', 'What', 'Role', 'Facts'].map((label): Column => ({
      label,
      labelHidden: false,
      align: 'start',
      sort: null,
    })),
    rows: trail.events.map((event) => rowOf(event, trail)),
    empty: about === '' ? 'Nothing has happened yet.' : 'Nothing is recorded about this label or id.',
    sortsInPlace: false,
  };
}

function rowOf(event: DomainEvent, names: TrailNames): Row {
  const role = event.facts['requisitionId'];
  const text = (words: string, sub: string | null = null): Cell => ({ kind: 'text', text: words, sub });
  return {
    lineAfter: null,
    cells: [
      text(formatDate(event.at), event.actor.kind === 'person' ? time.format(event.at) : null),
      text(whoDid(event, names)),
      text(whatHappened(event)),
      text(
        role === undefined || role === null ? '–' : (names.roles.get(String(role)) ?? 'A role that is gone'),
      ),
      text(factsOf(event)),
    ],
  };
}

function whoDid({ actor }: DomainEvent, { people }: TrailNames): string {
  if (actor.kind === 'person') return people.get(actor.personId) ?? 'Somebody who is gone';
  return actor.kind === 'candidate' ? 'The applicant' : 'Attune';
}

/** Types are verbal already; on pages a requisition is a role. */
function whatHappened({ type }: DomainEvent): string {
  const words = type.replaceAll('-', ' ').replace('requisition', 'role');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function factsOf({ facts }: DomainEvent): string {
  const told = Object.entries(facts).filter(([name, value]) => name !== 'requisitionId' && value !== null);
  return told.length === 0
    ? '–'
    : told.map(([name, value]) => `${inWords(name)} ${valueWords(value)}`).join(' · ');
}

const MOST_IDS = 5;

function valueWords(value: DomainEvent['facts'][string] | undefined): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const more = value.length - MOST_IDS;
  return `${value.slice(0, MOST_IDS).join(', ')}${more > 0 ? ` and ${more.toLocaleString('en')} more` : ''}`;
}

/** `applicantId` becomes “applicant”, `ratingBatchId` “rating batch”. */
const inWords = (name: string): string =>
  name
    .replace(/Ids?$/, '')
    .replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    .trim();

const paginationOf = ({ events, next }: ReadTrail, about: string): Pagination | null =>
  next === null
    ? null
    : {
        label: 'Pages of the trail',
        text: `${events.length} on this page`,
        previous: null,
        next: { label: 'Earlier', href: `/audit?${new URLSearchParams({ about, after: next }).toString()}` },
      };
