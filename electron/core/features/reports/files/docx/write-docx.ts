import { Document, Packer, Paragraph } from 'docx';
import { xmlText } from '../../../../documents/xml.ts';
import type { FileGround, WriteReport } from '../file-ground.ts';
import { assertAudited } from '../../../analysis/files/assert-audited.ts';
import { applyTemplate, templateStyles } from './apply-template.ts';
import { bookmarksOf } from './anchors.ts';
import { captionCounts } from './captions.ts';
import { piecesOf } from './document-parts.ts';
import { pageEstimator } from './estimate-pages.ts';
import { finishCharts } from './finish-charts.ts';
import { houseStyles } from './house-styles.ts';
import { listNumbers } from './list-numbers.ts';
import { numberingOf, type Making, type Piece } from './making.ts';
import { closePackage, openPackage, setPartText } from './package-files.ts';
import { a4 } from './page-shape.ts';
import { readTemplate } from './read-template.ts';
import { sectionsOf } from './sections.ts';
import { makeSteady } from './steady-ids.ts';
import { styleIds } from './style-ids.ts';
import { titleBlock } from './title-page.ts';
import { oneLine, words } from './word-text.ts';

/** Who made it and when: the organisation, never a person or a place on a disk. */
function coreProperties({ document, madeAt }: FileGround): string {
  const time = `${madeAt.slice(0, 19)}Z`;
  const creator = xmlText(document.style.organisation === '' ? 'Røst' : document.style.organisation);
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${xmlText(oneLine(document.title))}</dc:title>`,
    document.subtitle === '' ? '' : `<dc:subject>${xmlText(oneLine(document.subtitle))}</dc:subject>`,
    `<dc:creator>${creator}</dc:creator>`,
    document.provenance === ''
      ? ''
      : `<dc:description>${xmlText(oneLine([document.provenance, document.origin].filter((text) => text !== '').join('. ')))}</dc:description>`,
    `<cp:lastModifiedBy>${creator}</cp:lastModifiedBy><cp:revision>1</cp:revision>`,
    `<dcterms:created xsi:type="dcterms:W3CDTF">${time}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${time}</dcterms:modified>`,
    `<dc:language>${document.language}</dc:language></cp:coreProperties>`,
  ].join('');
}

async function bodyOf(making: Making): Promise<(Piece & { readonly isHeading: boolean })[]> {
  const pieces: (Piece & { readonly isHeading: boolean })[] = [
    { children: await titleBlock(making), isLandscape: false, isHeading: false },
  ];
  const parts = making.ground.document.blocks.flatMap((block) => block.parts);
  for (const [index, part] of parts.entries()) {
    if (part.kind === 'exhibit') assertAudited(part.released);
    for (const piece of await piecesOf(part, parts[index + 1], making)) pieces.push({ ...piece, isHeading: part.kind === 'heading' });
  }
  const { origin } = making.ground.document;
  if (origin !== '')
    pieces.push({ children: [new Paragraph({ style: styleIds.quiet, children: words(origin) })], isLandscape: false, isHeading: false });
  return pieces;
}

/**
 * A report as DOCX: Word's own styles, tables, captions, references, contents, footnotes and charts, in the house's look. The same ground makes the same
 * bytes. @throws Error when an exhibit's audit is not ok; AppError FILE_UNREADABLE for a Word template that is none
 */
export const writeDocx: WriteReport = async (ground) => {
  const { document } = ground;
  const template = ground.wordTemplate === null ? null : await readTemplate(ground.wordTemplate);
  const styles = template === null ? houseStyles(document.style, document.language) : templateStyles(template, document.style);
  const making: Making = {
    ground,
    page: template?.page ?? a4,
    template,
    language: document.language,
    bookmarks: bookmarksOf(document),
    captions: captionCounts(),
    lists: listNumbers(),
  };
  const pieces = await bodyOf(making);
  const word = new Document({
    title: oneLine(document.title),
    creator: 'Røst',
    externalStyles: styles,
    numbering: numberingOf(making.lists),
    pageNumbers: pageEstimator(making.page, styles),
    compatibility: { version: 15 },
    sections: sectionsOf(pieces, making),
  });
  const files = openPackage(new Uint8Array(await Packer.toBuffer(word)));
  setPartText(files, 'word/styles.xml', styles);
  setPartText(files, 'docProps/core.xml', coreProperties(ground));
  if (template !== null) applyTemplate(files, template);
  finishCharts(files, document.language);
  makeSteady(files);
  return closePackage(files);
};
