// Reads the colour tokens and checks every pair that meets on a page, light and dark.
// Text needs 4.5 to 1; edges of controls, the focus ring and marks of charts need 3 to 1 (WCAG 1.4.3, 1.4.11).
// usage: node scripts/check-contrast.mjs [FILE]
import { readFileSync } from 'node:fs';

const css = readFileSync(process.argv[2] ?? 'public/css/tokens.css', 'utf8');
const blocks = {
  light: readBlock(':root {'),
  dark: readBlock(":root[data-theme='dark'] {"),
  'dark by the device': readBlock(":root:not([data-theme='light']) {"),
};

const text = {
  ink: ['bg', 'surface', 'sunk', 'accent-soft', 'ok-soft', 'warn-soft', 'danger-soft'],
  muted: ['bg', 'surface', 'sunk', 'accent-soft'],
  accent: ['bg', 'surface', 'sunk', 'accent-soft'],
  'accent-ink': ['accent', 'accent-hover'],
  'danger-ink': ['danger', 'danger-hover'],
  ok: ['surface', 'ok-soft'],
  warn: ['warn-soft'],
  danger: ['bg', 'surface', 'danger-soft'],
  'heat-ink': ['heat-1', 'heat-2', 'heat-3', 'heat-4', 'heat-5'],
  'heat-ink-strong': ['heat-6', 'heat-7'],
};
const marks = {
  edge: ['bg', 'surface', 'sunk'],
  accent: ['line'],
  focus: ['bg', 'surface', 'sunk', 'accent-soft', 'danger-soft'],
  ink: ['range'],
  ...Object.fromEntries([1, 2, 3, 4, 5].map((n) => [`series-${n}`, ['surface', 'range']])),
};

let pairs = 0;
const faults = [];
for (const [theme, tokens] of Object.entries(blocks)) {
  for (const [wanted, list] of [
    [4.5, text],
    [3, marks],
  ]) {
    for (const [front, grounds] of Object.entries(list)) {
      for (const ground of grounds) {
        pairs += 1;
        const ratio = contrast(tokens, front, ground);
        if (!(ratio >= wanted))
          faults.push(`${theme}: ${front} on ${ground} is ${ratio.toFixed(2)}, needs ${wanted}`);
      }
    }
  }
}
for (const name of Object.keys(blocks.light)) {
  if (blocks.dark[name] === undefined) faults.push(`dark: ${name} is missing`);
}
if (JSON.stringify(blocks.dark) !== JSON.stringify(blocks['dark by the device'])) {
  faults.push('the two dark blocks differ');
}

for (const fault of faults) console.error(fault);
console.log(`${pairs} pairs of colours, ${faults.length} faults`);
process.exit(faults.length === 0 ? 0 : 1);

function readBlock(selector) {
  const start = css.indexOf(selector);
  if (start < 0) throw new Error(`${selector} is not in the style sheet`);
  const block = css.slice(start, css.indexOf('}', start));
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{3,6})\b/gi)].map(([, name, value]) => [name, value]),
  );
}

function contrast(tokens, front, ground) {
  const [bright, dim] = [luminance(tokens[front]), luminance(tokens[ground])].sort((a, b) => b - a);
  return (bright + 0.05) / (dim + 0.05);
}

function luminance(hex) {
  if (hex === undefined) return NaN;
  const full = hex.length === 4 ? hex.replace(/[0-9a-f]/gi, '$&$&') : hex;
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = parseInt(full.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
