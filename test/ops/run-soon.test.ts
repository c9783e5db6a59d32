import { expect, it } from '@jest/globals';
import { createRunner } from '../../src/ops/run-soon.ts';

const pause = () => new Promise((resolve) => setTimeout(resolve, 5));

it('never runs twice at once, and once more for whoever asked meanwhile', async () => {
  let running = 0;
  let most = 0;
  let runs = 0;
  const runner = createRunner(async () => {
    running += 1;
    most = Math.max(most, running);
    await pause();
    runs += 1;
    running -= 1;
  });
  const first = runner.soon();
  await Promise.resolve();
  await Promise.all([first, runner.soon(), runner.soon()]);
  expect({ most, runs }).toEqual({ most: 1, runs: 2 });
});

it('can be asked again after a failure', async () => {
  let fails = true;
  const runner = createRunner(() => (fails ? Promise.reject(new Error('no')) : Promise.resolve()));
  await expect(runner.soon()).rejects.toThrow('no');
  fails = false;
  await expect(runner.soon()).resolves.toBeUndefined();
});
