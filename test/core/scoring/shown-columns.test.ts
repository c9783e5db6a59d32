import { describe, expect, it } from '@jest/globals';
import type { OrganisationId } from '../../../src/core/kernel/ids.ts';
import { criteriaPrecision } from '../../../src/core/scoring/column-precision.ts';
import { shownColumns, sortableColumns } from '../../../src/core/scoring/shown-columns.ts';
import { anIntake, aRequisition } from '../../support/builders.ts';

const role = aRequisition('an organisation' as OrganisationId);
const judgment = { score: { value: 60, reason: null }, answered: 9, asked: 9, keyStatus: 'panel' } as const;
const assumed = { kind: 'assumed', reliability: 0.5, sd: 12, source: 'planning values' } as const;

describe('columns that may be read', () => {
  it('begin with the one that decides', () => {
    expect(shownColumns(anIntake(), role, judgment)).toEqual(['written', 'judgment']);
    const byJudgment = anIntake({ decidingColumn: 'judgment' });
    expect(shownColumns(byJudgment, role, judgment)).toEqual(['judgment', 'written']);
  });
  it('leave out Judgment that is kept back', () => {
    expect(shownColumns(anIntake(), role, { ...judgment, keyStatus: 'author' })).toEqual(['written']);
  });
  it('can order a list only where they have a band, a criterion too', () => {
    const established = { ...assumed, kind: 'established' };
    const precision = {
      ...criteriaPrecision({ criteria: [], analysis: null }),
      ...{ judgment: { kind: 'cannot-be-established' }, written: assumed },
      ...{ d1: established, d2: { ...established, reliability: -0.1 } },
    } as const;
    const anybody = { judgment } as never;
    expect(sortableColumns(anIntake(), role, precision as never, anybody)).toEqual(['written', 'd1']);
    expect(sortableColumns(anIntake(), role, precision as never, undefined)).toEqual([]);
  });
});
