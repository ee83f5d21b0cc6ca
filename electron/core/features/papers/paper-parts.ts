import type { PaperBlock, PaperText } from '../../../../shared/contract/papers.ts';
import type { Language } from '../../../../shared/model/text.ts';

type FactRow = Extract<PaperBlock, { kind: 'facts' }>['rows'][number];

/** A heading with what stands under it; nothing at all when nothing does. */
export function section(text: string, blocks: readonly PaperBlock[]): PaperBlock[] {
  return blocks.length === 0 ? [] : [{ kind: 'heading', text }, ...blocks];
}

/** A text of the paper's own language. */
export function words(text: string, tone: 'plain' | 'lead' | 'quiet' = 'plain'): PaperBlock {
  return { kind: 'text', tone, text, language: null };
}

/** Somebody's text, with its language where the paper is in another. */
export function quoted(text: string, language: Language, paper: Language): PaperText {
  return { text, language: language === paper ? null : language };
}

/** Facts of which something is known. */
export function facts(rows: readonly { readonly label: string; readonly lines: readonly (string | null)[] }[]): PaperBlock[] {
  const known = rows.flatMap(({ label, lines }): FactRow[] => {
    const said = lines.filter((line) => line !== null && line !== '') as string[]; // null is filtered out
    return said.length === 0 ? [] : [{ label, lines: said }];
  });
  return known.length === 0 ? [] : [{ kind: 'facts', rows: known }];
}
