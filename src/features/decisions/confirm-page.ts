import type { Decision } from '../../core/applicant/decision.ts';
import { applicantAt, applicantPage } from '../../http/applicant-page.ts';
import type { PageReply } from '../../http/reply.ts';
import { stageChip } from '../../presentation/standing-words.ts';
import type { Case } from './find-case.ts';
import { letterOf } from './letter.ts';
import type { DecisionForm } from './requests.ts';

/** What the applicant will read, before anything is decided or sent. */
export function confirmPage(found: Case, decision: Decision, form: DecisionForm, mail: boolean): PageReply {
  const { requisition, applicant, staff } = found;
  const { here } = applicantAt(requisition, applicant);
  const { label } = stageChip(decision.to);
  const heading = `${label}: read the message once more`;
  const names = (decision.without ?? []).map((id) => staff.get(id) ?? 'somebody who is gone');
  const { go: _go, ...fields } = form;
  const vm = {
    lines: [
      'Nothing is decided and nothing is sent yet.',
      mail
        ? 'When you confirm, this goes out by mail, and stands on the page behind the applicant’s link.'
        : 'When you confirm, the message stands on the page behind the applicant’s link. No mail leaves here: copy the text afterwards and send it yourself.',
      ...(names.length === 0
        ? []
        : [`You decide without the views of ${names.join(', ')}. That is recorded.`]),
    ],
    letter: letterOf(found, decision.message ?? '', mail),
    action: `${here}/decision`,
    fields: Object.entries(fields).map(([name, value]) => ({ name, value: String(value) })),
    confirm: mail ? `${label}, and send this` : `${label}, and show this`,
  };
  return applicantPage({
    requisition,
    applicant,
    way: ['report', 'decision'],
    here: 'Preview',
    header: { heading, sub: `${applicant.label} · ${requisition.title}` },
    view: 'decisions/confirm',
    vm,
  });
}
