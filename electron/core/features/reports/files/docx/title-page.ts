import { PageBreak, Paragraph } from 'docx';
import type { ReportDocument } from '../../../../../../shared/contract/reports-document.ts';
import type { ReportKind } from '../../../../../../shared/contract/reports-terms.ts';
import type { Making } from './making.ts';
import { pictureIn } from './pictures.ts';
import { styleIds } from './style-ids.ts';
import { words } from './word-text.ts';

/** Kinds that are a page or two: their title stands over the text. */
const short: ReadonlySet<ReportKind> = new Set(['feedback', 'fact-sheet', 'news']);

/** Whether the title has a page of its own. */
export function hasTitlePage({ kind, pages, blocks }: ReportDocument): boolean {
  return !short.has(kind) && pages > 2 && blocks.length > 0;
}

const logoRoom = { width: 240, height: 90 } as const;

/** Title, subtitle, who stands behind it, where and when; the logo over them. */
export async function titleBlock(making: Making): Promise<Paragraph[]> {
  const { document, logo, words: say } = making.ground;
  const { title, subtitle, byline, authors, place, year, style, provenance } = document;
  const hasPage = hasTitlePage(document);
  const alt = style.logo?.altText ?? '';
  const description = alt === '' ? say('reports.file.logo', { organisation: style.organisation }) : alt;
  const mark = logo === null ? null : await pictureIn(logo, logoRoom, { name: style.organisation, description }, making);
  const where = [place ?? '', year === null ? '' : String(year)].filter((text) => text !== '').join(', ');
  const facts = [byline ?? '', authors ?? '', where, style.organisation].filter((text, at, all) => text !== '' && all.indexOf(text) === at);
  return [
    ...(mark === null ? [] : [new Paragraph({ children: [mark] })]),
    new Paragraph({ style: styleIds.title, ...(hasPage ? {} : { spacing: { before: 0 } }), children: words(title) }),
    ...(subtitle === ''
      ? []
      : [new Paragraph({ style: styleIds.subtitle, ...(hasPage ? {} : { spacing: { after: 240 } }), children: words(subtitle) })]),
    ...facts.map(
      (text, at) =>
        new Paragraph({
          style: styleIds.byline,
          ...(hasPage || at < facts.length - 1 ? {} : { spacing: { after: 360 } }),
          children: words(text),
        }),
    ),
    // A footer of the organisation's own does not say where the figures are from.
    ...(making.template === null || provenance === '' ? [] : [new Paragraph({ style: styleIds.quiet, children: words(provenance) })]),
    ...(hasPage ? [new Paragraph({ children: [new PageBreak()] })] : []),
  ];
}
