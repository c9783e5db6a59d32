import type { Actor } from '../../core/person/person.ts';
import type { Intake } from '../../core/requisition/requisition.ts';
import { classifyChange } from '../../core/rubric/classify-change.ts';
import { listDifferences } from '../../core/rubric/list-differences.ts';
import type { RubricVersion } from '../../core/rubric/rubric.ts';
import type { DataTable, DefinitionList } from '../../http/parts.ts';
import type { PageReply } from '../../http/reply.ts';
import { formatCount } from '../../presentation/format-count.ts';
import { formatDate } from '../../presentation/format-date.ts';
import { SCOPE } from './change-card.ts';
import { differencesTable } from './differences-table.ts';
import type { RubricAtWork } from './load-rubric.ts';
import { frameOf, outsideFrame } from './page-frame.ts';
import { nameOf } from './versions-table.ts';
import { CHANGE, NOT_ADOPTED } from './rubric-words.ts';

interface VersionView {
  readonly actor: Actor;
  readonly at: RubricAtWork;
  readonly version: RubricVersion;
  readonly affected: readonly { readonly intake: Intake; readonly applicants: number }[];
  /** A second person reads it without being a member of the role. */
  readonly from: 'role' | 'approvals';
}

/** One published version: who, why, for whom, what changed, and all it says. */
export function versionPage({ actor, at, version, affected, from }: VersionView): PageReply {
  const { requisition } = at;
  const counts = affected.length > 0;
  const vm = {
    ...(from === 'role' ? frameOf : outsideFrame)(actor, requisition, {
      heading: `Rubric version ${version.number}`,
      chips: [
        counts ? { label: 'Counts now', look: 'ok' } : { label: 'Counts for nobody now', look: 'plain' },
      ],
    }),
    facts: factsOf(at, version, affected),
    differences: differencesOf(at, version),
    criteria: version.criteria.map(({ id, label, weight, definition, levels }) => ({
      id,
      label,
      weight: `${weight} % of Written`,
      definition,
      levels: levels.map((level) => ({
        label: `${level.level} – ${level.label}`,
        anchor: level.anchor,
        example: level.example === null ? null : `“${level.example}”`,
      })),
    })),
  };
  return {
    kind: 'page',
    layout: 'staff',
    view: 'rubric-editor/version',
    title: `Rubric version ${version.number}: ${requisition.title}`,
    simulated: requisition.simulated,
    vm,
  };
}

function factsOf(
  at: RubricAtWork,
  version: RubricVersion,
  affected: VersionView['affected'],
): DefinitionList {
  const { reason, publishedBy, publishedAt, origin, contentHash } = version;
  const item = (term: string, text: string, sub: string | null = null): DefinitionList['items'][number] => ({
    term,
    cell: { kind: 'text', text, sub },
  });
  const counts = affected.map(
    ({ intake, applicants }) =>
      `${formatCount(applicants, 'applicant', 'applicants')} of the intake of ${formatDate(intake.opensAt)}`,
  );
  return {
    items: [
      item('Reason', reason),
      item('Written by', nameOf(at, publishedBy)),
      item('Approved by', approvalWords(at, origin)),
      item('Published', formatDate(publishedAt)),
      item('Meant', origin === undefined ? 'for the first intake' : SCOPE[origin.scope]),
      item('Counts for', counts.join(', ') || 'nobody now', neverWords(at, version)),
      item('Content', contentHash.slice(0, 12), 'Equal content has an equal mark.'),
    ],
  };
}

/** A version that never counted: no intake goes by it, none followed on it, and none is changing to it. */
function neverWords({ requisition, rubric, versions }: RubricAtWork, { id, origin }: RubricVersion) {
  const counted =
    requisition.intakes.some(({ rubricVersionId }) => rubricVersionId === id) ||
    versions.some((later) => later.origin?.basedOn === id);
  if (counted || origin === undefined || rubric.publication?.versionId === id) return null;
  const intake = requisition.intakes.find((one) => one.id === origin.intakeId);
  const because = (intake?.rejectedAt ?? null) === null ? 'overtaken' : 'locked';
  return `It never took effect: ${NOT_ADOPTED[because]}.`;
}

function approvalWords(at: RubricAtWork, origin: RubricVersion['origin']): string {
  if (origin === undefined) return 'not needed: it came with the assessment';
  switch (origin.approval.kind) {
    case 'not-needed':
      return 'not needed: nobody had a score yet';
    case 'person':
      return `${nameOf(at, origin.approval.by)} on ${formatDate(origin.approval.at)}`;
    case 'delay':
      return `nobody: there was no second person, and two days passed until ${formatDate(origin.approval.at)}`;
  }
}

function differencesOf({ versions, form }: RubricAtWork, version: RubricVersion): DataTable | null {
  const before = versions.find(({ id }) => id === version.origin?.basedOn);
  if (before === undefined) return null;
  return differencesTable(listDifferences(before, version), form, {
    id: 'differences',
    heading: `What changed since version ${before.number}`,
    before: `Version ${before.number}`,
    after: `Version ${version.number}`,
    note: CHANGE[classifyChange(before, version).kind].effect,
  });
}
