import { HeadingLevel, Paragraph, TextRun } from 'docx';
import type { CodebookSnapshot, CodebookTheme } from '../../../../../shared/model/codebook.ts';
import { languages, type Language, type LocalisedText } from '../../../../../shared/model/text.ts';
import { grey, indent, plain, quiet, wordDocument, wordLanguages } from '../../../documents/word.ts';
import { wordsIn, type CoreWords } from '../../../words.ts';
import { plainName } from './theme-differences.ts';

const headings = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const;

interface Book {
  readonly language: Language;
  readonly words: CoreWords;
  readonly nameOf: (themeId: string) => string;
}

/**
 * A codebook as a Word document to read and print: a heading for each theme at its level, its names in the other languages, what belongs to
 * it and what does not, examples. No person, and no count of persons.
 */
export function writeDocx({ themes }: CodebookSnapshot, language: Language): Promise<Uint8Array> {
  const words = wordsIn(language);
  const names = new Map<string, string>(themes.map((theme) => [theme.id, titleOf(theme, language)]));
  const book: Book = { language, words, nameOf: (id) => names.get(id) ?? '' };
  const depths = new Map<string, number>();
  const title = words('codebookExchange.words.title');
  const children = themes.flatMap((theme) => {
    const depth = theme.parentId === null ? 0 : (depths.get(theme.parentId) ?? -1) + 1;
    depths.set(theme.id, depth);
    return themeParts(theme, depth, book);
  });
  return wordDocument({
    title,
    language,
    footer: title,
    children: [
      new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(title)] }),
      quiet(words('codebookExchange.words.count', { count: themes.length }), { spacing: { after: 200 } }),
      ...children,
    ],
  });
}

function titleOf(theme: CodebookTheme, language: Language): string {
  const name = plainName(theme, language).replaceAll(/\s+/gu, ' ');
  return name === theme.number ? name : `${theme.number} ${name}`;
}

function themeParts(theme: CodebookTheme, depth: number, book: Book): Paragraph[] {
  const { language, words, nameOf } = book;
  // Word has headings down to the sixth level; below it every level looks like that.
  const heading = headings[Math.min(depth, headings.length - 1)] ?? HeadingLevel.HEADING_6;
  const others = languages.flatMap((one) => {
    const term = theme.terms[one];
    return one === language || term === undefined ? [] : [{ language: one, text: term }];
  });
  const marks = [
    ...(theme.status === 'retired' ? [words('codebookExchange.words.retired')] : []),
    ...(theme.isCodable ? [] : [words('codebookExchange.words.notCodable')]),
  ];
  return [
    new Paragraph({ heading, keepNext: true, children: [new TextRun({ text: titleOf(theme, language), ...lowLevel(depth) })] }),
    ...(marks.length === 0 ? [] : [quiet(marks.join('. '))]),
    ...(others.length === 0 ? [] : [foreign(others)]),
    ...localisedParts(null, theme.definition, book),
    ...localisedParts(words('codebookExchange.words.includes'), theme.inclusion, book),
    ...localisedParts(words('codebookExchange.words.excludes'), theme.exclusion, book),
    ...synonymParts(theme, book),
    ...theme.differsFrom.map(({ themeId, note }) =>
      labelled(words('codebookExchange.words.differs'), note === null ? nameOf(themeId) : `${nameOf(themeId)}: ${note}`, null),
    ),
    ...theme.examples.map((example) => quoted(example.body, example.language)),
  ];
}

/** Styles for the third level and below come from Word itself, in its own colours; these keep them ours. */
function lowLevel(depth: number) {
  return depth < 2 ? {} : { bold: true, color: '000000', size: 22, italics: false };
}

function foreign(texts: readonly { language: Language; text: string }[]): Paragraph {
  return new Paragraph({
    keepNext: true,
    children: texts.flatMap(({ language, text }, at) => [
      ...(at === 0 ? [] : [new TextRun({ text: ' · ', color: grey })]),
      new TextRun({ text, color: grey, size: 20, language: { value: wordLanguages[language] } }),
    ]),
  });
}

/** The text in the document's language; where there is none, in every other. */
function localisedParts(label: string | null, texts: LocalisedText, { language }: Book): Paragraph[] {
  const own = texts[language];
  if (own !== undefined) return [labelled(label, own, language)];
  return languages.flatMap((one) => {
    const text = texts[one];
    return text === undefined ? [] : [labelled(label, text, one)];
  });
}

function labelled(label: string | null, text: string, language: Language | null): Paragraph {
  const before = label === null ? [] : [new TextRun({ text: `${label}: `, color: grey })];
  return new Paragraph({ spacing: { before: 40, after: 40 }, children: [...before, ...lines(text, language)] });
}

function lines(text: string, language: Language | null): TextRun[] {
  const tongue = language === null ? {} : { language: { value: wordLanguages[language] } };
  return text.split('\n').map((part, at) => new TextRun({ text: part, ...tongue, ...(at === 0 ? {} : { break: 1 }) }));
}

function synonymParts({ synonyms }: CodebookTheme, { language, words }: Book): Paragraph[] {
  if (synonyms.length === 0) return [];
  const ordered = synonyms.toSorted((one, other) => Number(other.language === language) - Number(one.language === language));
  return [plain(`${words('codebookExchange.words.synonyms')}: ${ordered.map(({ term }) => term).join(', ')}`, {}, { color: grey })];
}

function quoted(text: string, language: Language): Paragraph {
  return new Paragraph({ indent: { left: indent }, spacing: { before: 40, after: 40 }, children: lines(`«${text}»`, language) });
}
