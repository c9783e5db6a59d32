import { describe, expect, it } from '@jest/globals';
import { findRoot } from '../../../src/core/psychometrics/find-root.ts';

describe('find root', () => {
  it('widens its interval until it holds the root', () => {
    expect(findRoot((x) => x ** 3, 27_000, 0, 1)).toBeCloseTo(30, 10);
  });
});
