import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { arithmeticOperators } from '../../src/embedded-mongo/aggregate/arithmetic-operators.ts';
import { arrayOperators } from '../../src/embedded-mongo/aggregate/array-operators.ts';
import { dateOperators } from '../../src/embedded-mongo/aggregate/date-operators.ts';
import { logicOperators } from '../../src/embedded-mongo/aggregate/logic-operators.ts';
import { objectOperators } from '../../src/embedded-mongo/aggregate/object-operators.ts';
import { textOperators } from '../../src/embedded-mongo/aggregate/text-operators.ts';
import { typeOperators } from '../../src/embedded-mongo/aggregate/type-operators.ts';

const ROOM = 'src/embedded-mongo';
const text = readFileSync(`${ROOM}/README.md`, 'utf8');

describe('The guide to the room of the embedded store', () => {
  it.each([
    ['arithmetic', arithmeticOperators],
    ['array', arrayOperators],
    ['date', dateOperators],
    ['logic', logicOperators],
    ['object', objectOperators],
    ['text', textOperators],
    ['type', typeOperators],
  ])('lists the %s operators that the code knows, and no others', (name, operators) => {
    const row = text.split('\n').find((line) => line.includes(`${name}-operators.ts\``)) ?? '';
    const listed = [...row.matchAll(/`(\$\w+)`/g)].map(([, operator]) => operator);
    expect(listed.sort()).toEqual(operators.map(([operator]) => operator).sort());
  });

  it('names files that exist', () => {
    const files = [...text.matchAll(/`([\w-]+(?:\/[\w-]+)?\.ts)`/g)].map(([, file]) => file ?? '');
    expect(files.length).toBeGreaterThan(20);
    expect(files.filter((file) => !existsSync(`${ROOM}/${file}`))).toEqual([]);
  });
});
