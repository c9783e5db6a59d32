import type { Precision } from '../core/psychometrics/precision.ts';

const figure = (value: number): string => value.toFixed(2).replace(/^0/, '');

/** What the bands of a column rest on, so that no figure stands without its source. */
export function precisionWords(precision: Precision): string {
  switch (precision.kind) {
    case 'assumed':
      return `Precision assumed: reliability ${figure(precision.reliability)}, a planning value, deliberately low.`;
    case 'established': {
      const { reliability, method, n, interval } = precision;
      return `Reliability ${figure(reliability)} (90 % interval ${figure(interval.lower)} to ${figure(interval.upper)}; ${method}, n = ${n}).`;
    }
    case 'cannot-be-established':
      return 'Precision cannot be established with one prompt: levels only.';
  }
}
