/** What a page and a file can both show. */
export type TextBlock =
  | {
      readonly kind: 'heading';
      readonly level: 2 | 3;
      readonly text: string;
      /** How many of the next blocks stand on its page, where they fit on one. */
      readonly keep?: number;
    }
  | { readonly kind: 'paragraph'; readonly text: string; readonly look: 'plain' | 'quiet' | 'strong' }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** Cells are short: a row is never divided between two pages. */
  | {
      readonly kind: 'table';
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
    };

export type DocumentBlock =
  | TextBlock
  /** Somebody's words, verbatim. */
  | { readonly kind: 'quotation'; readonly text: string }
  /** A chart as the functions of `charts` draw it. */
  | { readonly kind: 'picture'; readonly svg: string }
  /** Room to write by hand. */
  | { readonly kind: 'writing-space'; readonly lines: number };

/** A document that is handed on, whatever the kind of file: its blocks in the order in which they are read. */
export interface DocumentContent<Block extends DocumentBlock = DocumentBlock> {
  readonly title: string;
  readonly subtitle: string;
  /** As BCP 47 writes it. */
  readonly language: string;
  readonly at: Date;
  /** Pages that lie on their long side, for a table of many columns. */
  readonly landscape?: boolean;
  /** At the top of every page after the first, where pages may be handed on one by one. */
  readonly pageHead?: string;
  readonly blocks: readonly Block[];
}

export const heading = (text: string, level: 2 | 3 = 2) => ({ kind: 'heading', level, text }) as const;

export const paragraph = (text: string, look: 'plain' | 'quiet' | 'strong' = 'plain') =>
  ({ kind: 'paragraph', text, look }) as const;
