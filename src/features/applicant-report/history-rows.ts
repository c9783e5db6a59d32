import type { DomainEvent } from '../../core/kernel/domain-event.ts';
import type { Cell, DataTable, Row } from '../../http/parts.ts';
import { formatDate } from '../../presentation/format-date.ts';
import type { Report } from './read-report.ts';

const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'UTC' });

/**
 * What staff did that everybody who decides may know. Ratings would name raters, and a change of time would name a
 * candidate who asked for one: neither is here, nor anything that the applicant did.
 */
const TOLD: Readonly<Record<string, string>> = {
  'applicant-invited': 'Invited',
  'applicant-reminded': 'Reminded',
  'invitation-sent-again': 'Invitation sent again',
  'invitation-link-renewed': 'Given a new link',
  'invitation-link-extended': 'Given more time to begin',
  'invitation-link-revoked': 'Link ended',
  'applicant-name-revealed': 'Name revealed',
  'independent-view-given': 'View given',
  'scorecard-handed-in': 'Scorecard handed in',
  'own-results-released': 'Results released to the applicant',
  'applicant-told-again': 'Letter sent again',
  'look-again-answered': 'Request to look again answered',
};

/** The newest first: moves with their reasons, and what else staff did. Times are of staff only. */
export function historyTable(report: Report): DataTable {
  const moves = report.decisions.map(({ from, to, reason, considered, by, at }) => ({
    at,
    row: rowOf(at, report.staff.get(by), `Moved from ${from} to ${to}`, movedWords(reason, considered)),
  }));
  const events = report.events.flatMap((event) => {
    const what = TOLD[event.type];
    return what === undefined
      ? []
      : [{ at: event.at, row: rowOf(event.at, whoDid(event, report), what, '') }];
  });
  const versions = report.versions.slice(1).map(({ number, reason, publishedBy, publishedAt: at }) => {
    const what = `Version ${number} of the rubric, under which this was rated or scored anew`;
    return { at, row: rowOf(at, report.staff.get(publishedBy), what, reason) };
  });
  return {
    id: 'history',
    heading: 'History',
    headingHidden: false,
    note: 'What staff did. Times are UTC.',
    columns: ['When', 'Who', 'What', 'Reason'].map((label) => ({
      label,
      labelHidden: false,
      align: 'start' as const,
      sort: null,
    })),
    rows: [...moves, ...events, ...versions]
      .sort((left, right) => right.at.getTime() - left.at.getTime())
      .map(({ row }) => row),
    empty: 'Nothing is recorded yet.',
    sortsInPlace: true,
  };
}

const movedWords = (reason: string, considered: string): string =>
  considered === '' ? reason : `${reason} Also considered: ${considered}`;

function whoDid({ actor }: DomainEvent, { staff }: Report): string | undefined {
  return actor.kind === 'person' ? staff.get(actor.personId) : 'Attune';
}

function rowOf(at: Date, who: string | undefined, what: string, reason: string): Row {
  const text = (words: string, sub: string | null = null): Cell => ({ kind: 'text', text: words, sub });
  return {
    lineAfter: null,
    cells: [
      text(formatDate(at), time.format(at)),
      text(who ?? 'Somebody who is gone'),
      text(what),
      text(reason === '' ? '–' : reason),
    ],
  };
}
