import type { Requisition } from '../../core/requisition/requisition.ts';
import type { PageReply } from '../../http/reply.ts';
import type { MailMode } from './mail-mode.ts';
import { breadcrumbOf, MODES } from './pages.ts';
import type { MailPreview } from './preview-mail.ts';

const HEADING = 'Preview of the mail';

/** The mail that invited people get, on a page of its own. */
export function previewPage(requisition: Requisition, mode: MailMode, preview: MailPreview): PageReply {
  const { title, simulated } = requisition;
  const vm = {
    breadcrumb: breadcrumbOf(requisition, HEADING),
    header: { heading: HEADING, sub: title, chips: [], buttons: [] },
    mode: MODES[mode],
    preview,
  };
  return {
    kind: 'page',
    layout: 'staff',
    view: 'invitations/preview',
    title: `${HEADING}: ${title}`,
    vm,
    simulated,
  };
}
