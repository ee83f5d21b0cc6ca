import type { CodebookTheme } from '../../../../../shared/model/codebook.ts';
import { localised, type Language, type LocalisedText } from '../../../../../shared/model/text.ts';
import { xmlAttribute, xmlText } from '../../../documents/xml.ts';
import { hexOf } from './theme-colours.ts';
import { writeDescription } from './theme-fields.ts';

/**
 * Themes as nested `Code` elements, parents before children, with the theme's id as GUID: the same in every file. What the format has no
 * place for stands in the descriptions. @param notesOf GUIDs of the notes on a theme; codebooks have none
 */
export function writeCodes(
  themes: readonly CodebookTheme[],
  language: Language,
  notesOf: (themeId: string) => readonly string[] = () => [],
): string {
  const names = new Map<string, string>(themes.map((theme) => [theme.id, nameOf(theme, language)]));
  const parts: string[] = ['<Codes>\n'];
  const open: string[] = [];
  const close = (): void => {
    open.pop();
    parts.push('</Code>\n');
  };
  for (const theme of themes) {
    while (open.length > 0 && open.at(-1) !== theme.parentId) close();
    const description = writeDescription(theme, language, nameLanguage(theme.terms, language), (id) => names.get(id) ?? id);
    parts.push(`<Code ${attributes(theme, names.get(theme.id) ?? theme.number)}>\n<Description>${xmlText(description)}</Description>\n`);
    for (const note of notesOf(theme.id)) parts.push(`<NoteRef targetGUID="${note}"/>\n`);
    open.push(theme.id);
  }
  while (open.length > 0) close();
  parts.push('</Codes>\n');
  return parts.join('');
}

function attributes(theme: CodebookTheme, name: string): string {
  const colour = theme.colour === null ? '' : ` color="${hexOf(theme.colour)}"`;
  return `guid="${theme.id}" name="${xmlAttribute(name)}" isCodable="${theme.isCodable}"${colour}`;
}

/** The language the name is taken from: the wanted one, else the next that has one; null when the number stands in. */
function nameLanguage(terms: LocalisedText, language: Language): Language | null {
  const found = ([language, 'nb', 'sv', 'en', 'nn'] as const).find((one) => (terms[one] ?? '') !== '');
  return found ?? null;
}

function nameOf(theme: CodebookTheme, language: Language): string {
  const name = localised(theme.terms, language);
  return name === '' ? theme.number : name;
}
