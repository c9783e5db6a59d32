import { newLabel } from '../ops/secrets.ts';

/** Labels that no two applicants of one requisition share. */
export function createLabels(): () => string {
  const given = new Set<string>();
  return () => {
    let label = newLabel();
    while (given.has(label)) label = newLabel();
    given.add(label);
    return label;
  };
}
