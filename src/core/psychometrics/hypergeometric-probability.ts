import { logGamma } from './log-gamma.ts';

export interface Urn {
  readonly white: number;
  readonly black: number;
  readonly drawn: number;
}

/** P(X = x) of white balls among those drawn without putting back. Impossible numbers have probability 0. */
export function hypergeometricProbability(x: number, { white, black, drawn }: Urn): number {
  if (x < Math.max(0, drawn - black) || x > Math.min(white, drawn)) return 0;
  return Math.exp(logChoose(white, x) + logChoose(black, drawn - x) - logChoose(white + black, drawn));
}

const logChoose = (n: number, k: number): number => logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
