import { describe, expect, it } from '@jest/globals';
import type { KeyVersionId, OrganisationId } from '../../../src/core/kernel/ids.ts';
import type { Requisition } from '../../../src/core/requisition/requisition.ts';
import { currentIntake } from '../../../src/core/requisition/requisition.ts';
import { judgmentPool, writtenPool } from '../../../src/core/scoring/analysis-pool.ts';
import { newId } from '../../../src/ops/secrets.ts';
import { aRequisition } from '../../support/builders.ts';
import { aForm, prompt } from './a-form.ts';

const home = newId<OrganisationId>();
const asItIs = (text: string) => text;
const versions = currentIntake(aRequisition(home));
const judgment = (requisition: Requisition, over: object = {}) =>
  judgmentPool(requisition, { ...versions, ...over }, asItIs).id;
const written = (requisition: Requisition, anchorHash = 'anchors') =>
  writtenPool(requisition, aForm([prompt('w01', ['empathy'])]), { anchorHash }, asItIs).id;

describe.each([
  ['judgment', judgment],
  ['written', written],
] as const)('the pool of %s', (_, poolOf) => {
  it('is one for all real roles of an organisation', () => {
    expect(poolOf(aRequisition(home))).toBe(poolOf(aRequisition(home)));
    expect(poolOf(aRequisition(home))).not.toBe(poolOf(aRequisition(newId<OrganisationId>())));
  });
  it('of a simulated role is its own', () => {
    const simulated = aRequisition(home, { simulated: true });
    expect(poolOf(simulated)).toBe(poolOf(simulated));
    expect(poolOf(simulated)).not.toBe(poolOf(aRequisition(home)));
    expect(poolOf(simulated)).not.toBe(poolOf(aRequisition(home, { simulated: true })));
  });
});

it('Judgment under another key is another pool', () => {
  const requisition = aRequisition(home);
  expect(judgment(requisition)).not.toBe(judgment(requisition, { keyVersionId: newId<KeyVersionId>() }));
});

it('Written under other anchors is another pool', () => {
  const requisition = aRequisition(home);
  expect(written(requisition)).not.toBe(written(requisition, 'other anchors'));
});
