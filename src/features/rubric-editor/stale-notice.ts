import type { Actor } from '../../core/person/person.ts';
import type { DraftProblem } from '../../core/rubric/draft-problems.ts';
import type { Deps } from '../../deps.ts';
import type { Notice } from '../../http/parts.ts';
import { wholeTrail } from '../../store/audit-store.ts';
import type { RubricAtWork } from './load-rubric.ts';
import { problemWords } from './rubric-words.ts';
import { nameOf } from './versions-table.ts';

/** Why nothing was published, and who saved, sent off or discarded the draft since its preview was opened. */
export async function staleNotice(
  deps: Pick<Deps, 'stores'>,
  actor: Actor,
  at: RubricAtWork,
  problems: readonly DraftProblem[],
): Promise<Notice> {
  const { draft, publication } = at.rubric;
  const here = `/requisitions/${at.requisition.id}/rubric`;
  const name = (id: string | null) =>
    id === null ? 'Somebody' : id === actor.personId ? 'You' : nameOf(at, id);
  if (publication !== null) {
    return notice(`${name(publication.by)} sent the draft off to be published meanwhile`, [], {
      label: 'See where it stands',
      href: here,
    });
  }
  if (draft === null) {
    return notice(`${name(await whoEnded(deps, at))} discarded or published the draft meanwhile`, [], {
      label: 'See which version counts',
      href: here,
    });
  }
  const who = `${name(draft.changedBy)} saved the draft since you looked at it`;
  if (problems.length === 0) return notice(who, ['What it would change now stands below.'], null);
  const lines = problems.map((problem) => problemWords(problem, draft.content.criteria));
  return notice(`${who}, and it is not ready to be published`, lines, {
    label: 'Open the draft where it has to be mended',
    href: `${here}/draft#problems`,
  });
}

const notice = (heading: string, lines: string[], link: Notice['links'][number] | null): Notice => ({
  look: 'warn',
  heading,
  lines: ['Nothing was published. Your reason is still in the form below.', ...lines],
  links: link === null ? [] : [link],
});

/** Who discarded the draft or let it become a version, whichever came last. */
async function whoEnded(
  { stores }: Pick<Deps, 'stores'>,
  { requisition }: RubricAtWork,
): Promise<string | null> {
  const { organisationId, id } = requisition;
  const ends = await Promise.all(
    ['rubric-draft-discarded', 'rubric-change-approved'].map((type) =>
      stores.audit.list(
        organisationId,
        { ...wholeTrail, subject: { kind: 'requisition', id }, type },
        null,
        1,
      ),
    ),
  );
  const [last] = ends.flat().sort((left, right) => right.at.getTime() - left.at.getTime());
  return last?.actor.kind === 'person' ? last.actor.personId : null;
}
