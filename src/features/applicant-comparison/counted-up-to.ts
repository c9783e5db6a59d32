/** Counts end here; one more means “1,000+”. */
export const COUNTED_TO = 1000;

export const countedUpTo = (count: number): string =>
  count > COUNTED_TO ? `${COUNTED_TO.toLocaleString('en')}+` : count.toLocaleString('en');
