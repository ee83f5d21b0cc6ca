import { PageBreak, Paragraph, TableOfContents } from 'docx';
import type { DocumentPart } from '../../../../../../shared/contract/reports-document.ts';
import { exhibitPieces } from './exhibits.ts';
import { upright, type Making, type Piece } from './making.ts';
import { headingParagraph, quoteParagraphs, textParagraph } from './paragraphs.ts';
import { pictureParagraphs } from './pictures.ts';
import { factTable, ownTable } from './plain-tables.ts';
import { styleIds } from './style-ids.ts';
import { words } from './word-text.ts';

/** The table of contents as a field that is filled already, so that Word shows it without being asked; it lists the headings. */
function contents({ ground }: Making): Piece {
  const hasHeadings = ground.document.blocks.some(({ parts }) =>
    parts.some(({ kind, ...part }) => kind === 'heading' && 'text' in part && part.text !== ''),
  );
  if (!hasHeadings) return upright();
  const title = ground.words('reports.contents');
  return upright(
    new Paragraph({ style: styleIds.contentsHeading, children: words(title) }),
    new TableOfContents(title, { hyperlink: true, headingStyleRange: '1-3', hideTabAndPageNumbersInWebView: true, beginDirty: false }),
  );
}

/** One part of the document as Word has it, and what comes after it. */
export async function piecesOf(part: DocumentPart, next: DocumentPart | undefined, making: Making): Promise<readonly Piece[]> {
  if (part.kind !== 'paragraph') making.lists.end();
  switch (part.kind) {
    case 'heading':
      return [upright(headingParagraph(part, making))];
    case 'paragraph':
      return [upright(textParagraph(part, making, next?.kind === 'facts'))];
    case 'exhibit':
      return await exhibitPieces(part, making);
    case 'quote':
      return [upright(...quoteParagraphs(part, making))];
    case 'table':
      return [upright(...ownTable(part, making))];
    case 'facts':
      return [upright(...factTable(part, making))];
    case 'picture':
      return [upright(...(await pictureParagraphs(part, making)))];
    case 'contents':
      return [contents(making)];
    case 'page-break':
      return [upright(new Paragraph({ children: [new PageBreak()] }))];
    default:
      return part satisfies never;
  }
}
