import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

type Views = Record<string, string>;
const csrfPart: Views = { 'parts/csrf': '<input type="hidden" name="_csrf" value="<%= csrf %>">' };
const token = "<%- include('../parts/csrf', { csrf: chrome.csrf }) %>";

function check(views: Views): { status: number | null; says: string } {
  const folder = mkdtempSync(join(tmpdir(), 'views-'));
  for (const [view, text] of Object.entries(views)) {
    mkdirSync(dirname(join(folder, view)), { recursive: true });
    writeFileSync(join(folder, `${view}.ejs`), text);
  }
  const { status, stderr } = spawnSync(process.execPath, ['scripts/check-views.mjs', folder], {
    encoding: 'utf8',
  });
  rmSync(folder, { recursive: true });
  return { status, says: stderr };
}

describe('check-views', () => {
  it('accepts escaped output, includes, tokens, the body of a layout and the chart of a figure', () => {
    const found = check({
      ...csrfPart,
      'layout/staff': '<main><%- body %></main>',
      'parts/figure': '<%- figure.svg %>',
      'parts/dialog': `<form method="post"><%- include('./csrf', { csrf: chrome.csrf }) %></form>`,
      'rating/rate': `<p class="x"><%= vm.text %></p><%- include('../parts/figure', { figure: vm.figure }) %>`,
      'rating/form': `<form method="post" action="<%= vm.action %>">${token}</form><form method="get"></form>`,
      'rating/script': '<script type="module" src="/assets/staff.js"></script>',
    });
    expect(found).toEqual({ status: 0, says: '' });
  });

  it('refuses a folder without views', () => {
    expect(check({}).status).toBe(1);
  });
});

describe('check-views refuses', () => {
  const cases = [
    ['unescaped output of a page', 'a/output', '<p><%- vm.text %></p>', 'unescaped output'],
    ['the body slot outside layouts', 'a/body', '<%- body %>', 'unescaped output'],
    ['a chart outside the figure part', 'a/chart', '<%- figure.svg %>', 'unescaped output'],
    ['an include of a name that is computed', 'a/computed', '<%- include(vm.part) %>', 'unescaped output'],
    ['output behind an include', 'a/behind', "<%- include('../parts/csrf') + vm.text %>", 'unescaped output'],
    [
      'an include of a part that is not there',
      'a/missing',
      "<%- include('../parts/no') %>",
      'does not exist',
    ],
    ['an attribute without quotes', 'a/bare', '<a href=<%= vm.href %>>x</a>', 'without quotes'],
    ['a style attribute', 'a/style', '<p class="x" style="color:red">', 'style attribute'],
    ['a style element', 'a/styles', '<style>p{}</style>', 'style element'],
    ['an inline script', 'a/script', '<script type="module">go()</script>', 'inline script'],
    ['a handler attribute', 'a/handler', '<button onclick="go()">x</button>', 'on… attribute'],
    ['a javascript address', 'a/address', '<a href="javascript:go()">x</a>', 'javascript: address'],
    ['a posting form without the token', 'a/post', '<form method="post"></form>', 'without parts/csrf'],
    [
      'a second form without the token',
      'a/second',
      `<form method="post">${token}</form><form method="POST"></form>`,
      'without parts/csrf',
    ],
    [
      'a form with a computed method',
      'a/method',
      '<form method="<%= vm.method %>"></form>',
      'computed method',
    ],
    [
      'a part that reads the whole view model',
      'parts/chip',
      '<b><%= vm.label %></b>',
      'more than its own object',
    ],
    ['a view that does not compile', 'a/broken', '<% if (vm.open) { %>', 'does not compile'],
  ] as const;
  let says: string[];
  beforeAll(() => {
    const found = check({ ...csrfPart, ...Object.fromEntries(cases.map(([, view, text]) => [view, text])) });
    expect(found.status).toBe(1);
    says = found.says.split('\n');
  });
  afterAll(() => {
    // Each planted fault is reported once, nothing else is.
    expect(says.filter((line) => line !== '')).toHaveLength(cases.length);
  });

  it.each(cases)('%s', (_case, view, _text, fault) => {
    expect(says.filter((line) => line.includes(`${view}.ejs`))).toEqual([expect.stringContaining(fault)]);
  });
});
