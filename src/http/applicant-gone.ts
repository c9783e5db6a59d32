import type { Requisition } from '../core/requisition/requisition.ts';
import { notFound, type Reply } from './reply.ts';

/** Somebody typed about an applicant who was erased meanwhile: nothing is kept, and the words are theirs to copy. */
export function applicantGone(
  { id, title, simulated }: Pick<Requisition, 'id' | 'title' | 'simulated'>,
  typed: readonly string[],
): Reply {
  const texts = typed.filter((text) => text.trim() !== '');
  if (texts.length === 0) return notFound;
  const heading = 'This applicant is not here any more';
  const applicants = { label: 'Applicants', href: `/requisitions/${id}/applicants` };
  return {
    kind: 'page',
    status: 404,
    layout: 'staff',
    view: 'errors/applicant-gone',
    title: `${heading}, ${title}`,
    simulated,
    vm: {
      breadcrumb: { links: [{ label: title, href: `/requisitions/${id}` }, applicants], here: 'Not here' },
      header: { heading, sub: title, chips: [], buttons: [] },
      text: 'The applicant was erased meanwhile, or was never in this role. Nothing was decided, kept or sent.',
      typed: texts,
    },
  };
}
