import { mayInRequisition } from '../../core/access/requisition-access.ts';
import type { Actor } from '../../core/person/person.ts';
import { currentIntake } from '../../core/requisition/requisition.ts';
import type { Link } from '../../http/parts.ts';
import { formatCount } from '../../presentation/format-count.ts';
import { formatDate } from '../../presentation/format-date.ts';
import { countedUpTo } from './counted-up-to.ts';
import { placesWords } from './draw/places-words.ts';
import type { ApplicantList } from './list-applicants.ts';

/** What the last place means in a list sorted by the deciding column, with the draw where there is one to look at. */
export interface PlacesLine {
  readonly text: string;
  readonly draw: Link | null;
}

export function placesLine(actor: Actor, list: ApplicantList): PlacesLine | null {
  const { requisition, intake } = list;
  const state = list.order?.places ?? null;
  if (state === null) return null;
  const { alike, unsettled, drawnAt } = state;
  const isDraw = intake.placesRule === 'draw' && intake.id === currentIntake(requisition).id;
  const may = mayInRequisition(actor, 'decide', requisition) === 'allowed';
  const draw = isDraw && may ? { label: 'See the draw', href: `/requisitions/${requisition.id}/draw` } : null;
  const places = formatCount(intake.places, 'place', 'places');
  if (drawnAt !== null) {
    const text = `Those who were not distinguishable from the last of ${places} were drawn on ${formatDate(drawnAt)}.`;
    return { text, draw };
  }
  if (alike.enough) {
    const text = `The ${places} reach for everybody who is not distinguishable from the last of them.`;
    return { text, draw: null };
  }
  return { text: words(list, alike, unsettled), draw };
}

function words(
  { intake }: ApplicantList,
  { count, atLeast }: { readonly count: number; readonly atLeast: boolean },
  unsettled: boolean,
): string {
  const number = `${atLeast ? 'at least ' : ''}${countedUpTo(count)}`;
  const text = placesWords(intake, count, number);
  const sentence = unsettled ? `So far ${text}` : text.charAt(0).toUpperCase() + text.slice(1);
  return unsettled ? `${sentence} Some still write or wait for raters.` : sentence;
}
