import { codebookLevels, codebookThemes } from '../../../../../shared/contract/codebook-exchange.ts';
import type { Language } from '../../../../../shared/model/text.ts';
import { bareTheme, FileNotes, type FileCodebook, type FileTheme } from './file-codebook.ts';
import { fileError } from './file-error.ts';
import { tidyName } from './tidy-words.ts';

/** How far a tab indents where tabs and blanks are mixed. */
const tabWidth = 4;
/** Share of the lines that must begin alike before what they begin with is taken for a sign of the list. */
const enough = 0.9;

interface TextLine {
  readonly line: number;
  readonly indent: number;
  readonly words: string;
}

const bullet = /^(?:[-*•–·‣◦o]|\uF0B7)[ \t]+/u;
/** "1.", "1)", "1.2", "1.2.3 "; a number alone at the first level needs its full stop, or it is a word of the name. */
const numbering = /^(\d{1,4}(?:\.\d{1,4})+\.?|\d{1,4}[.)])[ \t]+/u;

/**
 * Reads a codebook from indented text: one theme per line, levels by tabs, blanks, signs of a list or numbers such as 1.2.
 * @throws AppError FILE_UNREADABLE
 */
export function readText(text: string, language: Language): FileCodebook {
  const notes = new FileNotes();
  const lines = linesOf(text);
  if (lines.length === 0) throw fileError('no-themes');
  if (lines.length > codebookThemes) throw fileError('too-many-themes', { row: lines[codebookThemes]?.line ?? 0, limit: codebookThemes });
  const plain = begins(lines, bullet) ? lines.map((line) => ({ ...line, words: line.words.replace(bullet, '') })) : lines;
  const isNumbered = begins(plain, numbering);
  const levels: { indent: number; index: number }[] = [];
  const themes: FileTheme[] = [];
  for (const given of plain) {
    const { line, indent, words } = isNumbered ? numbered(given) : given;
    while ((levels.at(-1)?.indent ?? -1) >= indent) levels.pop();
    if (levels.length >= codebookLevels) throw fileError('too-deep', { row: line, limit: codebookLevels });
    const { name, whole } = tidyName(words, line, notes);
    const definition = whole === null ? {} : { [language]: whole };
    if (name === '') continue;
    themes.push({ ...bareTheme, line, parent: levels.at(-1)?.index ?? null, terms: { [language]: name }, definition });
    levels.push({ indent, index: themes.length - 1 });
  }
  if (themes.length === 0) throw fileError('no-themes');
  noteJumps(plain, notes);
  return { format: 'text', isOwn: false, themes, notes: notes.list() };
}

function linesOf(text: string): TextLine[] {
  return text.split(/\r\n|\r|\n/u).flatMap((raw, at): TextLine[] => {
    const words = raw.trim();
    if (words === '') return [];
    const blanks = /^[ \t\u00A0]*/u.exec(raw)?.[0] ?? '';
    return [{ line: at + 1, indent: [...blanks].reduce((sum, sign) => sum + (sign === '\t' ? tabWidth : 1), 0), words }];
  });
}

function begins(lines: readonly TextLine[], pattern: RegExp): boolean {
  return lines.filter(({ words }) => pattern.test(words)).length >= Math.max(1, lines.length * enough);
}

/** Where the numbers tell the level, they count and the indent does not: "1.2" stands below "1.". */
function numbered(line: TextLine): TextLine {
  const sign = numbering.exec(line.words)?.[1];
  if (sign === undefined) return line;
  const depth = sign.split(/[.)]/u).filter((part) => part !== '').length;
  const words = line.words.replace(numbering, '');
  // Lists that number every level from 1 again say nothing by their numbers; then the indent tells, a little more than any number does.
  return { ...line, words, indent: depth > 1 ? depth - 1 : line.indent };
}

/** A first line that is indented, or a step back to a place where nothing stands, is read as well as it goes and told. */
function noteJumps(lines: readonly TextLine[], notes: FileNotes): void {
  const known: number[] = [];
  for (const { indent, line, words } of lines) {
    const isBack = known.some((one) => one > indent);
    while ((known.at(-1) ?? -1) > indent) known.pop();
    if ((known.length === 0 && indent > 0) || (isBack && known.at(-1) !== indent)) notes.add('indent', line, words);
    if (known.at(-1) !== indent) known.push(indent);
  }
}
