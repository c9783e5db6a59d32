import type { ColumnFigures, SimulationFigures } from './measure-simulation.ts';

/** The figures of a simulation in lines for the console. */
export function describeFigures({
  judgment,
  written,
  agreement,
  disputed,
}: SimulationFigures): readonly string[] {
  const kappas = agreement.map(({ criterion, kappa }) => `${criterion} ${fixed(kappa.value)}`);
  return [
    describeColumn('Judgment', judgment, 'stratified alpha over situations'),
    describeColumn('Written ', written, 'alpha over prompts'),
    `Two raters: quadratic kappa ${kappas.join(', ')}; ${Math.round(100 * disputed)} % of responses needed a third`,
  ];
}

function describeColumn(name: string, { n, mean, sd, reliability }: ColumnFigures, method: string): string {
  return `${name}: mean ${mean.toFixed(1)}, SD ${sd.toFixed(1)}, ${method} ${fixed(reliability.value)} (n = ${n})`;
}

const fixed = (value: number | null): string => (value === null ? 'not estimable' : value.toFixed(2));
