const upToOneDigit = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

/** A level of 1 to 5, also between two levels: 3, 3.5, 3.3. */
export const formatLevel = (level: number): string => upToOneDigit.format(level);
