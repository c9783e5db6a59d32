import {
  countRated,
  situationsFor,
  unratedSituations,
} from '../../../core/expert-panel/rateable-situations.ts';
import type { Chip, DataTable, Notice, Progress } from '../../../http/parts.ts';
import type { PageReply } from '../../../http/reply.ts';
import { formatDate } from '../../../presentation/format-date.ts';
import { expertPage } from './expert-frame.ts';
import type { Visit } from './find-expert.ts';

/** Every situation of this expert with how far it is, and the end of it. */
export function situationsPage(visit: Visit, problem: string | null = null): PageReply {
  const { expert, form, organisation, panel, at } = visit;
  const all = situationsFor(form, expert);
  const missing = unratedSituations(form, expert).length;
  const handedIn = expert.handedInAt;
  const heading = handedIn === null ? 'Your situations' : 'Thank you, your ratings are handed in';
  const page = expertPage(organisation, 'situations', heading, {
    heading,
    lines:
      handedIn === null
        ? ['Every situation is saved by itself. You can stop and go on later by the same link.']
        : [
            `You handed them in on ${formatDate(handedIn)}. You can still change them until ${formatDate(panel.closesAt)}, or until the panel is closed.`,
          ],
    problem: problem === null ? null : problemNotice(problem),
    progress: {
      section: null,
      label: `${all.length - missing} of ${all.length} situations rated`,
      value: all.length - missing,
      max: all.length,
    } satisfies Progress,
    table: tableOf(visit),
    next: nextOf(visit),
    handIn: handedIn === null && missing === 0 ? `${at}/hand-in` : null,
  });
  return problem === null ? page : { ...page, status: 409 };
}

const problemNotice = (line: string): Notice => ({ look: 'warn', heading: null, lines: [line], links: [] });

function nextOf({ expert, form, at }: Visit): { label: string; href: string } | null {
  const open = unratedSituations(form, expert);
  const next = situationsFor(form, expert).find(({ id }) => open.some((item) => item.id === id));
  if (next === undefined) return null;
  const begun = Object.keys(expert.situations).length > 0;
  return { label: begun ? 'Go on' : 'Begin', href: `${at}/situations/${next.id}` };
}

function tableOf({ expert, form, at }: Visit): DataTable {
  return {
    id: 'situations',
    heading: 'Situations',
    headingHidden: true,
    note: null,
    columns: ['Situation', 'State'].map((label) => ({
      label,
      labelHidden: false,
      align: 'start' as const,
      sort: null,
    })),
    rows: situationsFor(form, expert).map((item) => ({
      lineAfter: null,
      cells: [
        { kind: 'link', text: item.title, href: `${at}/situations/${item.id}`, sub: null },
        { kind: 'chips', chips: [chipOf(countRated(item, expert.situations[item.id]), item.options.length)] },
      ],
    })),
    empty: 'There is nothing to rate.',
    sortsInPlace: false,
  };
}

function chipOf(rated: number, options: number): Chip {
  if (rated === 0) return { label: 'Not yet', look: 'plain' };
  return rated === options
    ? { label: 'Rated', look: 'ok' }
    : { label: `${rated} of ${options} options`, look: 'warn' };
}
