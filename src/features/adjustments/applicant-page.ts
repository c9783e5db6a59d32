import type { AdjustmentRequest } from '../../core/adjustment/adjustment-request.ts';
import type { Attempt } from '../../core/attempt/attempt.ts';
import { partEndsMs } from '../../core/attempt/part-clock.ts';
import { sectionOf } from '../../core/form/find-item.ts';
import type { Form } from '../../core/form/form.ts';
import type { Pagination } from '../../http/parts.ts';
import type { PageReply } from '../../http/reply.ts';
import { formatDate } from '../../presentation/format-date.ts';
import type { QuarantinedResponse } from '../../store/quarantine-store.ts';
import { describeAttempt } from './describe-attempt.ts';
import { keptAnswer } from './kept-answer.ts';
import type { Case } from './load-case.ts';
import { askedFor, STATE_CHIPS } from './queue-page.ts';
import { formatMoment } from './request-page.ts';

const ON_A_PAGE = 25;

/** One applicant by label: where they are, what they asked for, and texts of theirs that were kept aside. */
export function applicantPage(input: {
  readonly of: Case;
  readonly requests: readonly AdjustmentRequest[];
  readonly kept: readonly QuarantinedResponse[];
  readonly page: number;
  readonly requestId: string;
  readonly now: Date;
}): PageReply {
  const { of, requests, kept, page, requestId, now } = input;
  const { attempt, form, label, requisition, about } = of;
  const at = `/adjustments/applicants/${about.applicantId}`;
  const from = (page - 1) * ON_A_PAGE;
  const vm = {
    breadcrumb: { links: [{ label: 'Adjustments', href: '/adjustments' }], here: label },
    header: {
      heading: `Applicant ${label}`,
      sub: `${requisition.title}. ${describeAttempt(of, now.getTime())}.`,
      chips: [],
      buttons: [],
    },
    requests: requests.map((request) => ({
      href: `/adjustments/requests/${request.id}`,
      words: askedFor(request),
      asked: formatDate(request.askedAt),
      chip: STATE_CHIPS[request.state],
    })),
    open: { action: `${at}/requests`, requestId },
    kept:
      attempt === null ? [] : kept.slice(from, from + ON_A_PAGE).map((one) => keptView(form, attempt, one)),
    pagination: paginationOf(at, page, kept.length),
  };
  const title = `Applicant ${label}`;
  const view = 'adjustments/applicant';
  return { kind: 'page', layout: 'staff', view, title, vm, simulated: requisition.simulated };
}

const REASONS: Readonly<Record<QuarantinedResponse['reason'], string>> = {
  'old-epoch': 'It came from a window or device that no longer was the one in use.',
  superseded: 'Another text with the same number was stored before.',
  'part-not-running': 'Its part had not been started.',
  closed: 'Its part had been closed.',
  late: 'It came after the time of the part.',
  stale: 'A newer answer was stored already.',
};

function keptView(form: Form, attempt: Attempt, { itemId, value, reason, recvAt }: QuarantinedResponse) {
  const { title, texts } = keptAnswer(form, itemId, value);
  return { title, texts, why: REASONS[reason], arrived: arrivedWords(form, attempt, itemId, recvAt) };
}

function arrivedWords(
  form: Form,
  attempt: Attempt,
  itemId: QuarantinedResponse['itemId'],
  recvAt: Date,
): string {
  const part = attempt.parts[sectionOf(form, itemId).id];
  const moment = formatMoment(recvAt);
  const begunAt = part?.startedAt ?? null;
  if (part === undefined || begunAt === null || recvAt < begunAt)
    return `Arrived ${moment}, before the part began.`;
  const inTime = recvAt.getTime() <= partEndsMs(attempt, part);
  return `Arrived ${moment}, ${inTime ? 'before' : 'after'} the deadline.`;
}

function paginationOf(at: string, page: number, count: number): Pagination | null {
  const pages = Math.max(1, Math.ceil(count / ON_A_PAGE));
  if (pages === 1) return null;
  const link = (label: string, to: number) => ({ label, href: `${at}?page=${to}` });
  return {
    label: 'Pages of what was kept aside',
    text: `Page ${page} of ${pages}`,
    previous: page > 1 ? link('Earlier', page - 1) : null,
    next: page < pages ? link('Later', page + 1) : null,
  };
}
