import type { OptionId } from '../../kernel/ids.ts';

/**
 * The list after some options were given other places: those go there, the rest close up in the order they had. So an
 * order has no ties and no gaps, however far somebody has got with the numbers. Options sent to one place keep their
 * order. Input: the list as it stood, and places from 1.
 */
export function orderByPlaces(
  shown: readonly OptionId[],
  placeOf: (id: OptionId) => number | null,
): readonly OptionId[] {
  const moved = shown.flatMap((id, index) => {
    const place = placeOf(id);
    return place === null || place === index + 1 ? [] : [{ id, place }];
  });
  const order = shown.filter((id) => moved.every((one) => one.id !== id));
  // By place, so that a later one does not push an earlier one away.
  moved.sort((left, right) => left.place - right.place);
  moved.forEach(({ id, place }, index) => {
    const before = moved.slice(0, index).filter((one) => one.place === place).length;
    order.splice(place - 1 + before, 0, id);
  });
  return order;
}
