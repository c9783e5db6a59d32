import { describe, expect, it } from '@jest/globals';
import { readConfig } from '../src/config.ts';

const configOf = (environment: Record<string, string>) => {
  const read = readConfig(environment);
  if (read.kind === 'refused') throw new Error(read.problems.join(' '));
  return read.config;
};
const problemsOf = (environment: Record<string, string>): string[] => {
  const read = readConfig(environment);
  return read.kind === 'refused' ? read.problems : [];
};

describe('readConfig', () => {
  it('runs on its own with nothing set', () => {
    expect(configOf({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      dataDir: './data',
      mongodbUri: null,
      publicUrl: 'http://127.0.0.1:3000',
      demo: true,
    });
  });

  it('takes an empty value as not set', () => {
    expect(configOf({ PORT: '', MONGODB_URI: '' })).toMatchObject({ port: 3000, mongodbUri: null });
  });

  it('builds links without a slash at the end', () => {
    expect(configOf({ PUBLIC_URL: 'https://jobs.example.org/' }).publicUrl).toBe('https://jobs.example.org');
  });

  it.each([
    ['a port that is no number', { PORT: 'three' }, 'PORT'],
    ['a port out of range', { PORT: '70000' }, 'PORT'],
    ['an address without a scheme', { PUBLIC_URL: 'jobs.example.org' }, 'PUBLIC_URL'],
    ['another database', { MONGODB_URI: 'postgres://x', SECRET: 's'.repeat(32) }, 'MONGODB_URI'],
    ['a short secret', { SECRET: 'short' }, 'SECRET'],
    ['a shared database without a secret', { MONGODB_URI: 'mongodb://127.0.0.1/x' }, 'SECRET'],
    ['a mistyped setting', { ATTUNE_DEMOS: 'off' }, 'ATTUNE_DEMOS'],
    ['a demo that is neither on nor off', { ATTUNE_DEMO: 'no' }, 'ATTUNE_DEMO'],
    ['an unknown log level', { LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
  ])('refuses %s in one sentence that names it', (_title, environment, name) => {
    const problems = problemsOf(environment);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(name);
  });

  it('names every problem at once', () => {
    expect(problemsOf({ PORT: 'x', LOG_LEVEL: 'loud', ATTUNE_X: '1' })).toHaveLength(3);
  });
});
