/** A score of 0 to 100 as readers see it: rounded here and nowhere before. */
export const formatScore = (value: number): string => String(Math.round(value));
