import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createViews } from '../../src/http/render-view.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'views-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const write = (views: Readonly<Record<string, string>>) => {
  for (const [name, text] of Object.entries(views)) writeFileSync(join(folder, `${name}.ejs`), text);
  return createViews(folder);
};

describe('a view that is included', () => {
  it('sees what it is given, `vm` and `chrome`, and escapes it', () => {
    const render = write({
      page: "<%- include('./part', { name: vm.name }) %>",
      part: '<b><%= name %> <%= vm.name %> <%= chrome.lang %></b>',
    });
    expect(render('page', { vm: { name: '<i>' }, chrome: { lang: 'en' } })).toBe(
      '<b>&lt;i&gt; &lt;i&gt; en</b>',
    );
  });

  it('sees nothing else', () => {
    const render = write({ page: "<% const own = 1 %><%- include('./part') %>", part: '<%= own %>' });
    expect(() => render('page', { vm: {}, chrome: {} })).toThrow('own is not defined');
  });
});

describe('a view that is included once for an object', () => {
  const views = { page: "<%- includeOnce('./row', 'row', vm.row) %>", row: '<td><%= row.label %></td>' };

  it('is made anew for another object, and not for the same one', () => {
    const render = write(views);
    const row = { label: 'Zoë – 1' };
    const page = (vm: object) => render('page', { vm, chrome: {} });
    expect(page({ row })).toBe('<td>Zoë – 1</td>');
    expect(page({ row: { label: 'other' } })).toBe('<td>other</td>');
    row.label = 'changed, which no view model is';
    expect(page({ row })).toBe('<td>Zoë – 1</td>');
  });

  it('cannot read what may differ while the object is the same', () => {
    const render = write({ ...views, row: '<%= vm.sort %>' });
    expect(() => render('page', { vm: { row: {} }, chrome: {} })).toThrow('vm is not defined');
  });
});
