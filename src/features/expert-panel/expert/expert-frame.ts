import type { ExpertPanel } from '../../../core/expert-panel/expert-panel.ts';
import { candidateContact } from '../../../http/candidate-contact.ts';
import { DEAD_LINK, deadLinkNotice } from '../../../http/dead-link-notice.ts';
import type { Notice } from '../../../http/parts.ts';
import type { PageReply } from '../../../http/reply.ts';
import { formatDate } from '../../../presentation/format-date.ts';
import type { Organisation } from '../../../store/organisation-store.ts';
import type { Visit } from './find-expert.ts';

/** A page of an expert, with the employer above it and whom to ask below. */
export const expertPage = (
  organisation: Organisation,
  view: string,
  title: string,
  vm: object,
): PageReply => ({
  ...{ kind: 'page', layout: 'candidate', view: `expert-panel/${view}`, title, vm },
  organisation: organisation.name,
  contact: candidateContact(organisation),
});

/** The panel takes no ratings any more; what was chosen in a page that was still open is shown, and not kept. */
export function closedPage(visit: Visit, unsaved: readonly string[]): PageReply {
  const { organisation, panel, expert } = visit;
  const heading = 'This panel is closed';
  const thanks =
    expert.state === 'handed-in'
      ? 'Thank you. Your ratings were handed in and are counted with those of the other experts.'
      : 'Your ratings were not handed in and are not counted. Thank you for the time you gave.';
  const notice: Notice = {
    look: 'info',
    heading: null,
    lines: [closedWords(panel), thanks],
    links: [],
  };
  const status = unsaved.length > 0 ? { status: 409 as const } : {};
  return { ...expertPage(organisation, 'over', heading, { heading, notice, unsaved }), ...status };
}

const closedWords = ({ closedAt, closesAt }: ExpertPanel): string =>
  `It was closed on ${formatDate(closedAt ?? closesAt)}. Nothing can be rated any more.`;

/** A link that was replaced or withdrawn. */
export function endedPage(organisation: Organisation): PageReply {
  const notice = deadLinkNotice(
    candidateContact(organisation),
    'It was replaced by a newer one, or you are not asked any more. Look for a later message.',
  );
  const vm = { heading: DEAD_LINK, notice, unsaved: [] };
  return { ...expertPage(organisation, 'over', DEAD_LINK, vm), status: 410 };
}
