import { describe, expect, it } from '@jest/globals';
import { strictViewModel } from '../../src/http/strict-view-model.ts';

describe('strictViewModel', () => {
  const vm = strictViewModel({ title: 'Roles', rows: [{ label: 'A', hint: null }] });

  it('hands out what is there, nulls included', () => {
    expect(vm.title).toBe('Roles');
    expect(vm.rows[0]?.hint).toBeNull();
    expect(vm.rows.map((row) => row.label)).toEqual(['A']);
  });

  it('names the path of a field that is not there', () => {
    const row = vm.rows[0] as unknown as { colour: string };
    expect(() => row.colour).toThrow('vm.rows.0.colour');
  });
});
