import { escapeText } from '../charts/draw-element.ts';
import type { DocumentContent, TextBlock } from './document-content.ts';

const STYLE = `body{overflow-wrap:anywhere;font:11pt/1.5 system-ui,sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem;color:#111;background:#fff}
table{border-collapse:collapse;width:100%;font-size:9.5pt}th,td{border-bottom:1px solid #999;padding:.25rem .4rem;text-align:left;vertical-align:top;min-width:4em}tr>:first-child{min-width:8em}
.wide{overflow-x:auto}
.quiet{color:#535f6b}.strong{font-weight:600}
thead{display:table-header-group}@media print{body{margin:0;max-width:none}.wide{overflow:visible}h2{break-after:avoid}tr{break-inside:avoid}@page{margin:18mm}}`;

/** A document as one page that stands alone and prints. */
export function writeHtml({ title, subtitle, language, blocks }: DocumentContent<TextBlock>): string {
  return `<!doctype html>
<html lang="${escapeText(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeText(title)}</title>
<style>${STYLE}</style></head><body><main>
<h1>${escapeText(title)}</h1><p>${escapeText(subtitle)}</p>
${blocks.map(writeBlock).join('\n')}
</main></body></html>
`;
}

function writeBlock(block: TextBlock): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}>${escapeText(block.text)}</h${block.level}>`;
    case 'paragraph':
      return `<p class="${block.look}">${escapeText(block.text)}</p>`;
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${escapeText(item)}</li>`).join('')}</ul>`;
    case 'table':
      return writeTable(block);
  }
}

function writeTable({ head, rows }: Extract<TextBlock, { kind: 'table' }>): string {
  const columns = head.map((label) => `<th scope="col">${escapeText(label)}</th>`).join('');
  const body = rows.map(([first = '', ...others]) => {
    const cells = others.map((cell) => `<td>${escapeText(cell)}</td>`).join('');
    return `<tr><th scope="row">${escapeText(first)}</th>${cells}</tr>`;
  });
  const table = `<table><thead><tr>${columns}</tr></thead><tbody>${body.join('')}</tbody></table>`;
  return `<div class="wide" role="region" aria-label="${escapeText(head.join(', '))}" tabindex="0">${table}</div>`;
}
