import { describe, expect, it } from '@jest/globals';
import { setTimeout as wait } from 'node:timers/promises';
import { sayWhenLong } from '../../src/ops/say-when-long.ts';

describe('work at the start', () => {
  it('is silent where it is quick, also afterwards', async () => {
    const said: string[] = [];
    const result = await sayWhenLong(Promise.resolve(7), 'still at it', (line) => said.push(line), 20);
    await wait(60);
    expect(result).toBe(7);
    expect(said).toEqual([]);
  });

  it('says once that it takes long', async () => {
    const said: string[] = [];
    await sayWhenLong(wait(120), 'still at it', (line) => said.push(line), 20);
    expect(said).toEqual(['still at it']);
  });

  it('fails as the work fails', async () => {
    const work = wait(5).then(() => Promise.reject(new Error('no room')));
    const said: string[] = [];
    await expect(sayWhenLong(work, 'still at it', (line) => said.push(line), 50)).rejects.toThrow('no room');
    await wait(70);
    expect(said).toEqual([]);
  });
});
