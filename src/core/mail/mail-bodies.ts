import type { Block } from './mail-words.ts';

/** The two bodies of a mail, which say the same. */
export function mailBodies(blocks: readonly Block[]): { readonly text: string; readonly html: string } {
  return {
    text: `${blocks.map(textOf).join('\n\n')}\n`,
    html: `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"></head><body>\n${blocks.map(htmlOf).join('\n')}\n</body></html>\n`,
  };
}

function textOf(block: Block): string {
  if (block.kind === 'text') return block.text;
  if (block.kind === 'link') return `${block.label}:\n${block.href}`;
  return block.items.map((item) => `- ${item}`).join('\n');
}

function htmlOf(block: Block): string {
  if (block.kind === 'text') return `<p>${escaped(block.text).replaceAll('\n', '<br>')}</p>`;
  if (block.kind === 'list')
    return `<ul>${block.items.map((item) => `<li>${escaped(item)}</li>`).join('')}</ul>`;
  const href = escaped(block.href);
  return `<p>${escaped(block.label)}:<br><a href="${href}">${href}</a></p>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

const escaped = (text: string): string => text.replace(/[&<>"]/g, (mark) => ENTITIES[mark] ?? mark);
