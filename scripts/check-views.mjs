// Compiles every view and holds it to the rules that keep pages safe under the content policy.
// usage: node scripts/check-views.mjs [FOLDER]
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ejs from 'ejs';

const folder = process.argv[2] ?? 'views';
const views = readdirSync(folder, { recursive: true })
  .filter((name) => name.endsWith('.ejs'))
  .map((name) => join(folder, name));

// The only finished markup that may be printed: the page inside its layout, and a chart of our own.
const finishedMarkup = { layout: /^body$/, 'parts/figure.ejs': /^figure\.svg$/ };

const INCLUDES = /^(?:include\('[^']+'(?:, \{[^()]*\})?\)|includeOnce\('[^']+', '\w+', \w+\))$/;

const rules = [
  {
    pattern: /<%-([\s\S]*?)-?%>/g,
    refuses: ({ file, found }) => {
      const code = found[1].trim();
      const place = relative(folder, file);
      const allowed = finishedMarkup[place] ?? finishedMarkup[dirname(place)];
      return !INCLUDES.test(code) && allowed?.test(code) !== true;
    },
    says: 'prints unescaped output; only include, the layout’s body and the chart of parts/figure may',
  },
  {
    pattern: /include(?:Once)?\('([^']+)'/g,
    refuses: ({ file, found }) => !existsSync(join(dirname(file), `${found[1]}.ejs`)),
    says: 'includes a part that does not exist',
  },
  { pattern: /=\s*<%/g, says: 'writes an attribute without quotes' },
  { pattern: /<[^>]*\sstyle\s*=/gi, plain: true, says: 'has a style attribute' },
  { pattern: /<style\b/gi, plain: true, says: 'has a style element' },
  { pattern: /<script\b(?![^>]*\ssrc=)/gi, plain: true, says: 'has an inline script' },
  { pattern: /<[^>]*\son[a-z]+\s*=/gi, plain: true, says: 'has an on… attribute' },
  { pattern: /["'\s]javascript:/gi, plain: true, says: 'has a javascript: address' },
  {
    pattern: /<form\b[^>]*\bmethod="post"[\s\S]*?(?:<\/form>|$)/gi,
    refuses: ({ file, text, found }) => {
      const form = text.slice(found.index, found.index + found[0].length);
      const part = /\/parts$/.test(dirname(file)) ? './csrf' : '../parts/csrf';
      return !form.includes(`include('${part}', { csrf: chrome.csrf })`);
    },
    plain: true,
    says: 'posts a form without parts/csrf',
  },
  {
    pattern: /<form\b[^>]*\bmethod="(?!post"|get"|dialog")/gi,
    says: 'has a form with another or a computed method',
  },
  {
    pattern: /\b(?:vm|chrome(?!\.csrf\b))\b/g,
    refuses: ({ file, text, found }) => /\/parts$/.test(dirname(file)) && insideTag(text, found.index),
    says: 'is a part and reads more than its own object and chrome.csrf',
  },
];

const insideTag = (text, at) => text.lastIndexOf('<%', at) > text.lastIndexOf('%>', at);

// Same length, so that places in the text stay the same; what stands in EJS tags is not markup.
const withoutTags = (text) => text.replace(/<%[\s\S]*?%>/g, (tag) => tag.replace(/[^\n]/g, 'x'));

let faults = 0;
const report = (file, line, says) => {
  faults += 1;
  console.error(`${file}${line === null ? '' : `:${line}`} ${says}`);
};

for (const file of views) {
  const text = readFileSync(file, 'utf8');
  try {
    ejs.compile(text, { filename: file });
  } catch (fault) {
    report(file, null, `does not compile: ${fault.message.split('\n')[0]}`);
  }
  for (const { pattern, refuses, plain, says } of rules) {
    for (const found of (plain ? withoutTags(text) : text).matchAll(pattern)) {
      if (refuses !== undefined && !refuses({ file, text, found })) continue;
      report(file, text.slice(0, found.index).split('\n').length, says);
    }
  }
}

console.log(`${views.length} views, ${faults} faults`);
process.exit(faults === 0 && views.length > 0 ? 0 : 1);
