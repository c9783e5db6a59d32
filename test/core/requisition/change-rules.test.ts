import { describe, expect, it } from '@jest/globals';
import { changeRules, rulesOf, type Rules } from '../../../src/core/requisition/change-rules.ts';
import { aDraft } from './a-role.ts';

const base: Rules = { ...rulesOf(aDraft()), places: 4 };
const others: readonly [string, Partial<Rules>][] = [
  ['the rule for people who cannot be told apart', { placesRule: 'draw' }],
  ['the deciding column', { decidingColumn: 'judgment' }],
  ['when names are revealed', { revealAt: 'start' }],
  ['the time mode', { timeMode: { kind: 'usual' } }],
  ['"no limit"', { timeMode: { kind: 'timed', noLimitAllowed: false, reason: 'Calls are timed.' } }],
];

function openRole(over: { rejectedAt?: Date } = {}) {
  const outcome = changeRules(aDraft(), base);
  if (outcome.kind !== 'changed') throw new Error('a draft refused its rules');
  const intakes = outcome.changes.intakes.map((intake) => ({ ...intake, ...over }));
  return aDraft({ ...outcome.changes, intakes, state: 'open' });
}

describe('the rules of a draft', () => {
  it.each(others)('may change %s', (_title, change) => {
    const outcome = changeRules(aDraft(), { ...base, ...change });
    expect(outcome.kind === 'changed' && rulesOf({ ...aDraft(), ...outcome.changes })).toEqual({
      ...base,
      ...change,
    });
  });
});

describe('the rules of an open role', () => {
  it.each(others)('keep %s', (_title, change) => {
    expect(changeRules(openRole(), { ...base, ...change })).toEqual({ kind: 'settled' });
  });

  it('may change the number of places', () => {
    const outcome = changeRules(openRole(), { ...base, places: 6 });
    expect(outcome).toMatchObject({ kind: 'changed', changes: { intakes: [{ places: 6 }] } });
  });

  it('keep the places too once rejections are out', () => {
    expect(changeRules(openRole({ rejectedAt: new Date() }), { ...base, places: 6 })).toEqual({
      kind: 'settled',
    });
  });

  it('keep a reason as it was recorded', () => {
    const timeMode = { kind: 'timed', noLimitAllowed: false, reason: 'Calls are timed.' } as const;
    const role = { ...openRole(), timeMode };
    expect(changeRules(role, { ...base, timeMode: { ...timeMode, reason: 'Another.' } }).kind).toBe(
      'settled',
    );
    expect(changeRules(role, { ...base, timeMode, places: 9 }).kind).toBe('changed');
  });
});
