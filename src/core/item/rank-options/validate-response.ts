import type { OptionId } from '../../kernel/ids.ts';
import type { RankOptionsItem } from '../item.ts';
import { isPlainRecord } from '../plain-record.ts';
import type { RankOptionsValue } from '../response-value.ts';
import { invalid, type ResponseCheck } from '../response-check.ts';
import { isMove, moveOption } from './move-option.ts';
import { orderByPlaces } from './order-by-places.ts';

/**
 * An order of all options. Input: the item and an untrusted `{ order, places, move, confirmed }`: the list as it was
 * shown ("a,b,c"; the item's own where absent), numbers typed beside it by option id, the button "up-b" or "down-b"
 * that was pressed, and "yes" once the candidate says that this is their order.
 */
export function validateRankOptions(item: RankOptionsItem, raw: unknown): ResponseCheck<RankOptionsValue> {
  if (!isPlainRecord(raw)) return invalid('wrong-shape');
  const shown = readOrder(item, raw.order);
  const places = readPlaces(item, raw.places);
  if (shown === null) return invalid('unknown-option');
  if (typeof places === 'string') return invalid(places);
  const confirmed = raw.confirmed === 'yes' || raw.confirmed === true;
  if (confirmed && new Set(places.values()).size < places.size) return invalid('same-place');
  const typed = orderByPlaces(shown, (id) => places.get(id) ?? null);
  const order = isMove(raw.move) ? moveOption(typed, raw.move) : typed;
  return order === null
    ? invalid('unknown-option')
    : { kind: 'valid', value: { kind: 'rank-options', order, confirmed } };
}

function readOrder({ options }: RankOptionsItem, raw: unknown): readonly OptionId[] | null {
  const own = options.map(({ id }) => id);
  if (raw === undefined || raw === null || raw === '') return own;
  const names = typeof raw === 'string' ? raw.split(',') : [];
  const order = names.flatMap((name) => own.find((id) => id === name) ?? []);
  return names.length === own.length && new Set(order).size === own.length ? order : null;
}

function readPlaces(
  { options }: RankOptionsItem,
  raw: unknown,
): ReadonlyMap<string, number> | 'wrong-shape' | 'unknown-option' | 'place-out-of-range' {
  if (raw === undefined) return new Map();
  if (!isPlainRecord(raw)) return 'wrong-shape';
  const typed = Object.entries(raw).filter(([, place]) => place !== '' && place !== undefined);
  if (typed.some(([name]) => options.every(({ id }) => id !== name))) return 'unknown-option';
  const places = new Map(typed.map(([name, place]) => [name, Number(place)]));
  const within = (place: number) => Number.isInteger(place) && place >= 1 && place <= options.length;
  return [...places.values()].every(within) ? places : 'place-out-of-range';
}
