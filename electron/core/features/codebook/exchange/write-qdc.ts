import type { CodebookSnapshot, CodebookTheme } from '../../../../../shared/model/codebook.ts';
import { localised, type Language, type LocalisedText } from '../../../../../shared/model/text.ts';
import { xmlAttribute, xmlText } from '../../../documents/xml.ts';
import { hexOf } from './theme-colours.ts';
import { writeDescription } from './theme-fields.ts';

const namespace = 'urn:QDA-XML:codebook:1.0';
const schema = 'http://schema.qdasoftware.org/versions/Codebook/v1.0/Codebook.xsd';

/**
 * A codebook as REFI-QDA 1.5 exchanges it (`.qdc`): UTF-8, ids as GUIDs, so that the same theme has the same GUID in every file. What the
 * format has no place for stands in the descriptions. There are no sets, and a codebook without themes cannot be written.
 */
export function writeQdc({ themes }: CodebookSnapshot, language: Language): string {
  const names = new Map<string, string>(themes.map((theme) => [theme.id, nameOf(theme, language)]));
  const parts: string[] = [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<CodeBook xmlns="${namespace}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="${namespace} ${schema}" origin="Røst">\n`,
    '<Codes>\n',
  ];
  const open: string[] = [];
  const close = (): void => {
    open.pop();
    parts.push('</Code>\n');
  };
  for (const theme of themes) {
    while (open.length > 0 && open.at(-1) !== theme.parentId) close();
    const description = writeDescription(theme, language, nameLanguage(theme.terms, language), (id) => names.get(id) ?? id);
    parts.push(`<Code ${attributes(theme, names.get(theme.id) ?? theme.number)}>\n<Description>${xmlText(description)}</Description>\n`);
    open.push(theme.id);
  }
  while (open.length > 0) close();
  parts.push('</Codes>\n</CodeBook>\n');
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
