import type { Intake, JobTask, Requisition } from '../../core/requisition/requisition.ts';

/** Words of the settings, the same wherever they are shown. */
export const OFTEN: Readonly<Record<JobTask['often'], string>> = {
  daily: 'Every day',
  weekly: 'Every week',
  monthly: 'Every month',
  rarely: 'Rarely',
};

export const PLACES_RULE: Readonly<Record<Intake['placesRule'], { label: string; hint: string }>> = {
  'further-evidence': {
    label: 'Look for further evidence',
    hint: 'The members decide by another task, such as an interview exercise, the same for all of them.',
  },
  draw: {
    label: 'Draw lots',
    hint: 'A logged draw among those who cannot be told apart from the last place.',
  },
  'invite-all': {
    label: 'Invite all of them',
    hint: 'Everybody who cannot be told apart from the last place is invited.',
  },
};

export const DECIDING_COLUMN: Readonly<Record<Intake['decidingColumn'], { label: string; hint: string }>> = {
  written: { label: 'Written', hint: 'The rated responses, weighted by the rubric.' },
  judgment: {
    label: 'Judgment',
    hint: 'Agreement with the key. With an author key it is kept back and cannot decide yet.',
  },
};

export const REVEAL_AT: Readonly<Record<Requisition['revealAt'], { label: string; hint: string }>> = {
  shortlist: { label: 'When somebody is shortlisted', hint: 'Until then lists and reports show labels.' },
  decision: { label: 'After the decision', hint: 'Labels until an offer or a rejection is recorded.' },
  start: { label: 'From the start', hint: 'Not blind. Every page of the role says so.' },
};

export type TimeChoice = 'timed' | 'timed-always' | 'usual';

export const TIME: Readonly<Record<TimeChoice, { label: string; hint: string }>> = {
  timed: {
    label: 'Timed by part',
    hint: 'Candidates may take 25, 50 or 100 % more time, or no limit, without giving a reason.',
  },
  'timed-always': {
    label: 'Timed by part, “no limit” removed',
    hint: 'Up to 100 % more time can still be taken. Needs a recorded reason.',
  },
  usual: { label: 'Usual time', hint: 'Nothing stops. Candidates read how long most people need.' },
};

export function timeChoiceOf(mode: Requisition['timeMode']): TimeChoice {
  if (mode.kind === 'usual') return 'usual';
  return mode.noLimitAllowed ? 'timed' : 'timed-always';
}

export const STATE: Readonly<Record<Requisition['state'], { label: string; look: 'warn' | 'ok' | 'plain' }>> =
  {
    draft: { label: 'Draft', look: 'warn' },
    open: { label: 'Open', look: 'ok' },
    closed: { label: 'Closed', look: 'plain' },
    archived: { label: 'Archived', look: 'plain' },
  };

export function countOf(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
