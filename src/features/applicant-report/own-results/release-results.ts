import {
  mayRelease,
  type MayRelease,
  type OwnResultRelease,
  type OwnResultText,
} from '../../../core/decision/release-results.ts';
import type { ApplicantMail } from '../../../core/mail/mail.ts';
import { canonicalForm } from '../../../core/kernel/canonical-form.ts';
import type { Actor } from '../../../core/person/person.ts';
import type { Deps } from '../../../deps.ts';
import { staffEvent } from '../../../ops/new-event.ts';
import { sha256 } from '../../../ops/secrets.ts';
import type { Report } from '../read-report.ts';
import { resultText } from './result-text.ts';
import type { ReleaseForm } from './result-requests.ts';

/** What would be released now, and what was before. */
export interface Release {
  readonly report: Report;
  readonly text: OwnResultText;
  readonly released: readonly OwnResultRelease[];
  readonly may: MayRelease;
  /** The newest mail that says that they are there; null where none was asked for. */
  readonly mail: ApplicantMail | null;
  /** Whether a release is told by mail. */
  readonly mailOn: boolean;
  /** Tells whether what is released is what was read in the preview. */
  readonly seen: string;
}

export async function prepareRelease({ stores, mailer }: Deps, report: Report): Promise<Release> {
  const { applicant, standing } = report;
  const text = resultText(report);
  const about = { ...applicant, applicantId: applicant.id };
  const [released, mail] = await Promise.all([
    stores.ownResults.listOf(about),
    stores.mailOutbox.findLetter(about, 'own-results'),
  ]);
  const mailOn = mailer !== null && !report.requisition.simulated;
  const may = mayRelease({ applicant, evidence: standing.evidence, text, released });
  return { report, text, released, may, mail, mailOn, seen: sha256(canonicalForm(text)) };
}

export type Released =
  | 'released'
  | 'correction-missing'
  | 'changed-meanwhile'
  | Exclude<MayRelease['kind'], 'may-release' | 'may-correct'>;

/** Appends what was previewed, word for word; of two people who release at the same moment one does. */
export async function releaseResults(
  deps: Deps,
  { personId }: Actor,
  { report, text, may, seen }: Release,
  body: ReleaseForm,
): Promise<Released> {
  if (may.kind !== 'may-release' && may.kind !== 'may-correct') return may.kind;
  if (body.seen !== seen) return 'changed-meanwhile';
  if (may.kind === 'may-correct' && body.correction === '') return 'correction-missing';
  const at = deps.clock();
  const { organisationId, requisitionId, id: applicantId } = report.applicant;
  const correction = may.kind === 'may-correct' ? body.correction : null;
  const { number } = may;
  const event = staffEvent(personId, {
    type: 'own-results-released',
    at,
    organisationId,
    facts: { requisitionId, applicantId, number },
  });
  const release = { organisationId, requisitionId, applicantId, number, text, correction, by: personId, at };
  if (!(await deps.stores.ownResults.insert(release, [event]))) return 'changed-meanwhile';
  void deps.relay.soon();
  return 'released';
}
