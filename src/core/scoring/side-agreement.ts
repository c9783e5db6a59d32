/**
 * Whether a rating lies on the key's side of the middle of the scale: 1 on the same side, 0 on the other, 0.5 where
 * either is the middle itself. A robust score without style; one option each.
 */
export function sideAgreement(rating: number, key: number, middle: number): 0 | 0.5 | 1 {
  const product = Math.sign(rating - middle) * Math.sign(key - middle);
  if (product === 0) return 0.5;
  return product > 0 ? 1 : 0;
}
