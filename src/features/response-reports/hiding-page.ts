import type { ResponseText } from '../../core/rating/check-judgement.ts';
import { hideWords } from '../../core/rating/hide-words.ts';
import type { ResponseReport } from '../../core/rating/response-report.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import { summaryFor, textareaFor, type FormState } from '../../http/form-state.ts';
import type { PageReply } from '../../http/reply.ts';

/** Where the lead says which words of a response raters should not read. The response itself stays as it is. */
export function hidingPage(input: {
  readonly requisition: Requisition;
  readonly report: ResponseReport;
  readonly text: ResponseText;
  readonly form: FormState;
}): PageReply {
  const { requisition, report, form } = input;
  const base = `/requisitions/${requisition.id}`;
  const shown = hideWords(input.text, report.hidden);
  const title = 'Hide who wrote it';
  const vm = {
    breadcrumb: {
      links: [
        { label: 'Roles', href: '/requisitions' },
        { label: requisition.title, href: base },
        { label: 'Responses to settle', href: `${base}/rating/decisions` },
      ],
      here: title,
    },
    header: { heading: title, sub: 'A rater says that the text tells who wrote it.', chips: [], buttons: [] },
    summary: summaryFor(form),
    a: shown.a,
    b: shown.b,
    action: report.closed === null ? `${base}/rating/identifying/${report.taskId}` : null,
    field: textareaFor(form, {
      name: 'words',
      label: 'Words to hide',
      hint: 'Copy them from the response, one place or name a line. Raters read blocks there. Leave this empty where nothing needs hiding.',
      rows: 4,
      required: false,
    }),
  };
  const { simulated } = requisition;
  return { kind: 'page', layout: 'staff', view: 'response-reports/hiding', title, vm, simulated };
}
