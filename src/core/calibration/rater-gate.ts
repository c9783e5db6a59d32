import { certificationState } from './certification-state.ts';
import { openPause, type Pause, type RaterCertification } from './rater-certification.ts';

export const GATE_RULES = ['required', 'advised', 'off'] as const;

/**
 * Whether raters of a role have to be certified. `anchorHash` names the anchors for which a set existed when it was
 * required: under others there may be none, and the gate only advises.
 */
export interface RaterGate {
  readonly rule: (typeof GATE_RULES)[number];
  readonly anchorHash: string | null;
}

export const USUAL_GATE: RaterGate = { rule: 'advised', anchorHash: null };

/** The rule that holds for responses under these anchors. */
export function ruleUnder({ rule, anchorHash }: RaterGate, anchors: string): RaterGate['rule'] {
  return rule === 'required' && anchorHash !== anchors ? 'advised' : rule;
}

export type GateAnswer =
  | { readonly kind: 'open' }
  | { readonly kind: 'paused'; readonly cause: Pause['cause'] }
  | { readonly kind: 'not-certified' };

/** Whether a rater may be given new responses under these anchors. What they hold already they may always finish. */
export function passGate(
  gate: RaterGate,
  anchors: string,
  certification: RaterCertification | null,
  now: Date,
): GateAnswer {
  const rule = ruleUnder(gate, anchors);
  const pause = certification && openPause(certification);
  if (pause?.cause === 'drift') return { kind: 'paused', cause: pause.cause };
  if (rule !== 'required') return { kind: 'open' };
  if (pause !== null) return { kind: 'paused', cause: pause.cause };
  const certified = certification !== null && certificationState(certification, now).kind === 'certified';
  return certified ? { kind: 'open' } : { kind: 'not-certified' };
}
