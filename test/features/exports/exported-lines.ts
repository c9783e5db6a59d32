import { expect } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import type { Staff } from '../../support/actors.ts';
import { readWorkbook } from '../../support/read-workbook.ts';

type Value = string | number | boolean | null;
type Line = Readonly<Record<string, Value>>;

const asText = (value: Value | undefined): string =>
  value === undefined || value === null ? '' : `${value}`;

/** The same rows from all three formats, as texts, so that they can be held against each other. */
export async function exported({ agent }: Staff, file: string, rows: string): Promise<readonly Line[]> {
  const get = (format: string) => agent.get(`${file}?rows=${rows}&format=${format}`);
  const csv = parse<Line>((await get('csv')).text, { columns: true });
  const json = (await get('json')).body as Line[];
  const [[head = [], ...cells] = []] = readWorkbook((await get('xlsx').responseType('blob')).body as Buffer);
  const texts = (line: Line) => Object.fromEntries(Object.entries(line).map(([k, v]) => [k, asText(v)]));
  const sheet = cells.map((row) =>
    Object.fromEntries(head.map((name, place) => [String(name), row[place] ?? null])),
  );
  // What a spreadsheet would compute has a sign before it in CSV alone.
  const plain = (line: Line) =>
    Object.fromEntries(Object.entries(line).map(([k, v]) => [k, asText(v).replace(/^'(?=[=+\-@\t\r])/, '')]));
  expect(sheet.map(texts)).toEqual(json.map(texts));
  expect(csv.map(plain)).toEqual(json.map(texts));
  json.forEach((line, at) => {
    for (const [name, value] of Object.entries(line)) {
      if (typeof value === 'number') expect([name, csv[at]?.[name]]).toEqual([name, `${value}`]);
    }
  });
  return json;
}
