import Sequencer from '@jest/test-sequencer';

/**
 * Without figures of an earlier run Jest begins with the largest files. Judges are small files that take long: begun last,
 * they would run alone.
 */
export default class JudgesFirst extends Sequencer {
  async sort(tests) {
    const sorted = await super.sort(tests);
    const isJudge = ({ path }) => path.includes('/test/judges/');
    return [...sorted.filter(isJudge), ...sorted.filter((test) => !isJudge(test))];
  }
}
