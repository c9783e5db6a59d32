import { readFileSync } from 'node:fs';
import { readCases } from './reference-cases/read-cases.ts';
import { runCase } from './reference-cases/run-case.ts';

function refuse(problem: string): never {
  process.stderr.write(`The cases were not run: ${problem}\n`);
  process.exit(1);
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

/** `npm run reference-cases -- FILE`: computes every case of a file and prints one JSON line for each. */
const [path] = process.argv.slice(2);
if (path === undefined) refuse('name the file, as in npm run reference-cases -- cases.json');
const read = readCases(readText(path));
if (read.kind === 'refused') refuse(`${path}: ${read.problem}`);
const results = read.cases.map(runCase);
process.stdout.write(results.map((result) => `${JSON.stringify(result)}\n`).join(''));
process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;
