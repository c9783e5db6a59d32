const whole = new Intl.NumberFormat('en');

/** A number with its noun: "1 response", "2,041 responses". */
export const formatCount = (count: number, one: string, many: string): string =>
  `${whole.format(count)} ${count === 1 ? one : many}`;
