import {
  Footer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TabStopType,
  TextRun,
  type FileChild,
  type ISectionOptions,
} from 'docx';
import type { Making, Piece } from './making.ts';
import { textWidths } from './page-shape.ts';
import { styleIds } from './style-ids.ts';
import { hasTitlePage } from './title-page.ts';
import { oneLine } from './word-text.ts';

interface Stretch {
  readonly children: FileChild[];
  readonly isLandscape: boolean;
}

/** Pieces side by side as long as the page lies the same way. A heading right before a turned page goes along, so that it does not stand alone. */
function stretchesOf(pieces: readonly (Piece & { readonly isHeading: boolean })[]): Stretch[] {
  const stretches: Stretch[] = [];
  let headings: FileChild[] = [];
  for (const { children, isLandscape, isHeading } of pieces) {
    if (children.length === 0) continue;
    if (isHeading) {
      headings.push(...children);
      continue;
    }
    const last = stretches.at(-1);
    if (last !== undefined && last.isLandscape === isLandscape) last.children.push(...headings, ...children);
    else stretches.push({ children: [...headings, ...children], isLandscape });
    headings = [];
  }
  if (headings.length > 0) stretches.push({ children: headings, isLandscape: false });
  return stretches;
}

/** Provenance at the left, the page's number of how many at the right. */
function footerOf(provenance: string, width: number): Footer {
  return new Footer({
    children: [
      new Paragraph({
        style: styleIds.footer,
        tabStops: [{ type: TabStopType.RIGHT, position: width }],
        children: [new TextRun(oneLine(provenance)), new TextRun({ children: ['\t', PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] })],
      }),
    ],
  });
}

/** A footer's line is not broken: the provenance gives way to the page's number. */
function footText({ ground: { document } }: Making): string {
  return document.provenance === '' ? document.style.organisation : document.provenance;
}

/** Sections of the document: upright pages, and turned ones for what is too wide. The title page has no footer. */
export function sectionsOf(pieces: readonly (Piece & { readonly isHeading: boolean })[], making: Making): ISectionOptions[] {
  const { page } = making;
  const widths = textWidths(page);
  const { header, footer, ...sides } = page.margin;
  const { template } = making;
  // Without a footer of the template's, ours says where the figures are from.
  const hasOwnFooter = template?.margins.every(({ kind }) => kind !== 'footer') ?? true;
  const hasFirstPage = template === null ? hasTitlePage(making.ground.document) : template.hasFirstPage;
  return stretchesOf(pieces).map(({ children, isLandscape }, at) => ({
    properties: {
      ...(at === 0 ? {} : { type: SectionType.NEXT_PAGE }),
      ...(at === 0 && hasFirstPage ? { titlePage: true } : {}),
      page: {
        margin: { ...sides, header, footer },
        // The library turns the two measures of a turned page itself.
        size: { width: page.width, height: page.height, orientation: isLandscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
      },
    },
    ...(hasOwnFooter ? { footers: { default: footerOf(footText(making), isLandscape ? widths.turned : widths.upright) } } : {}),
    children,
  }));
}
