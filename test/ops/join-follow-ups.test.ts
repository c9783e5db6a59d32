import { expect, it } from '@jest/globals';
import { joinFollowUps } from '../../src/ops/join-follow-ups.ts';

it('keeps what two capabilities do after the same event, in order', () => {
  const score = () => Promise.resolve();
  const write = () => Promise.resolve();
  const erase = () => Promise.resolve();
  expect(joinFollowUps([{ invited: [score] }, { invited: [write], erased: [erase] }])).toEqual({
    invited: [score, write],
    erased: [erase],
  });
});
