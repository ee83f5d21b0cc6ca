import type { CodebookSnapshot } from '../../../../../shared/model/codebook.ts';
import { localised, type Language } from '../../../../../shared/model/text.ts';

/** A codebook as indented text: one theme per line in the wanted language, a tab for each level. Nothing but names and order. */
export function writeText({ themes }: CodebookSnapshot, language: Language): string {
  const depths = new Map<string, number>();
  const lines = themes.map((theme) => {
    const depth = theme.parentId === null ? 0 : (depths.get(theme.parentId) ?? -1) + 1;
    depths.set(theme.id, depth);
    const name = localised(theme.terms, language);
    return `${'\t'.repeat(depth)}${(name === '' ? theme.number : name).replaceAll(/\s+/gu, ' ')}`;
  });
  return lines.map((line) => `${line}\n`).join('');
}
