import type { DomainEvent } from '../../core/kernel/domain-event.ts';
import type { Cell, Column, DataTable, Pagination, Row } from '../../http/parts.ts';
import type { PageReply } from '../../http/reply.ts';
import { formatDate } from '../../presentation/format-date.ts';
import { whatHappened } from './event-words.ts';
import type { ReadTrail, TrailNames } from './read-trail.ts';
import type { Trail } from './requests.ts';
import { isNarrowed, trailFilter } from './trail-filter.ts';

const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'UTC' });

/** The trail as a table: when, who, what, about which role, and the plain facts that were recorded. */
export function trailPage(trail: ReadTrail, asked: Trail): PageReply {
  const vm = {
    filter: trailFilter(trail, asked),
    table: tableOf(trail, asked),
    pagination: paginationOf(trail, asked),
  };
  return { kind: 'page', layout: 'staff', view: 'audit-trail/trail', title: 'Audit trail', vm };
}

function tableOf(trail: ReadTrail, asked: Trail): DataTable {
  return {
    id: 'trail',
    heading: isNarrowed(asked) ? 'What fits, the newest first' : 'Everything, the newest first',
    headingHidden: false,
    note: 'Times are UTC and stand beside what staff did. What applicants did, and what followed from it, has a day only.',
    columns: ['When', 'Who', 'What', 'Role', 'Facts'].map((label): Column => ({
      label,
      labelHidden: false,
      align: 'start',
      sort: null,
    })),
    rows: trail.events.map((event) => rowOf(event, trail)),
    empty: isNarrowed(asked)
      ? 'Nothing that is recorded fits all of this. Widen the days, or show everything.'
      : 'Nothing has happened yet.',
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
      text(whatHappened(event.type)),
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

const paginationOf = ({ events, next }: ReadTrail, { after: _before, ...asked }: Trail): Pagination | null =>
  next === null
    ? null
    : {
        label: 'Pages of the trail',
        text: `${events.length} on this page`,
        previous: null,
        next: {
          label: 'Earlier',
          href: `/audit?${new URLSearchParams({ ...asked, after: next }).toString()}`,
        },
      };
