/** The seven points on which candidates and experts rate how effective an option is. */
export const EFFECTIVENESS = [
  'Very ineffective',
  'Ineffective',
  'Somewhat ineffective',
  'Neither',
  'Somewhat effective',
  'Effective',
  'Very effective',
].map((label, index) => ({ value: String(index + 1), label }));
