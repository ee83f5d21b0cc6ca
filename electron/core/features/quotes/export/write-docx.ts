import { HeadingLevel, Paragraph, TextRun } from 'docx';
import { languages } from '../../../../../shared/model/text.ts';
import { plain, quiet, quoteNoteStyle, quoteStyle, wordDocument, wordLanguages } from '../../../documents/word.ts';
import type { CoreWords } from '../../../words.ts';
import type { QuoteFile, QuoteRow, ThemeCount } from './file-model.ts';

/** Quotes as a Word document: a heading for each theme with its figures, each quote in the style of quotes, and what is told of the person under it. */
export function quotesToDocx(file: QuoteFile, words: CoreWords): Promise<Uint8Array> {
  return wordDocument({
    title: file.title,
    language: file.language,
    footer: file.title,
    children: [
      new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(file.title)] }),
      ...file.about.map((line) => quiet(line)),
      ...file.themes.flatMap((theme) => themePart(theme, file, words)),
    ],
  });
}

/** "12 persons, 15 mentions"; a colon where the number may not be told. */
export function countWords({ persons, mentions }: ThemeCount, words: CoreWords): string {
  return persons === null || mentions === null ? words('quotes.file.hidden') : words('quotes.file.counts', { persons, mentions });
}

function themePart(theme: ThemeCount, file: QuoteFile, words: CoreWords): Paragraph[] {
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_1, keepNext: true, children: [new TextRun(theme.theme)] }),
    quiet([countWords(theme, words), ...(theme.isOneVoice ? [words('quotes.oneVoice')] : [])].join('. '), { keepNext: true }),
    ...theme.rows.flatMap((at) => {
      const row = file.rows[at];
      return row === undefined ? [] : quotePart(row, file);
    }),
  ];
}

function quotePart(row: QuoteRow, file: QuoteFile): Paragraph[] {
  const told = file.attributes.flatMap(({ key }) => row.attributes.get(key) ?? []);
  const note = [row.person, ...told, row.question === '' ? row.source : row.question].filter((part) => part !== '').join(' · ');
  const known = languages.find((one) => one === row.language) ?? file.language;
  const lines = row.words.split(/\r?\n/u);
  return [
    new Paragraph({
      style: quoteStyle,
      keepNext: true,
      children: lines.map(
        (text, at) => new TextRun({ text, language: { value: wordLanguages[known] }, ...(at === 0 ? {} : { break: 1 }) }),
      ),
    }),
    plain(note, { style: quoteNoteStyle }),
  ];
}
