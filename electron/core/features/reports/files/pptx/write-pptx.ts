import { xmlText } from '../../../../documents/xml.ts';
import type { FileGround, WriteReport } from '../file-ground.ts';
import { layouts, layoutXml, masterXml, notesMasterXml, presentationXml } from './master-xml.ts';
import { packageOf, type PackagePart, type Relation } from './package-parts.ts';
import { planSlides } from './plan-slides.ts';
import { addSlide } from './slide-parts.ts';
import type { DeckMaking } from './slide-pieces.ts';
import { languageTags, spaces, xmlHead } from './slide-xml.ts';
import { themeXml } from './theme-xml.ts';

const prefix = 'application/vnd.openxmlformats-officedocument.';
const ml = `${prefix}presentationml.`;

/** What the file says of itself: no person, and no time but the one it was made at. */
function propertyParts({ document, madeAt }: FileGround): PackagePart[] {
  const made = `${madeAt.slice(0, 19)}Z`;
  const time = (name: string): string => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${made}</dcterms:${name}>`;
  const core = `${xmlHead}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xmlText(document.title)}</dc:title><dc:subject>${xmlText([document.provenance, document.origin].filter((text) => text !== '').join('. '))}</dc:subject><dc:creator>${xmlText(document.style.organisation === '' ? 'Røst' : document.style.organisation)}</dc:creator><cp:lastModifiedBy>Røst</cp:lastModifiedBy>${time('created')}${time('modified')}<dc:language>${languageTags[document.language]}</dc:language></cp:coreProperties>`;
  const app = `${xmlHead}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Røst</Application></Properties>`;
  return [
    { name: 'docProps/core.xml', contentType: 'application/vnd.openxmlformats-package.core-properties+xml', content: core },
    { name: 'docProps/app.xml', contentType: `${prefix}extended-properties+xml`, content: app },
  ];
}

const root: readonly Relation[] = [
  { id: 'rId1', type: 'officeDocument', target: 'ppt/presentation.xml' },
  {
    id: 'rId2',
    type: 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
    target: 'docProps/core.xml',
  },
  { id: 'rId3', type: 'extended-properties', target: 'docProps/app.xml' },
];

/** Master, layouts, themes and what a presentation has beside its slides. */
function frameParts({ document }: FileGround, slides: number): PackagePart[] {
  const { language, style } = document;
  const theme = (number: number): PackagePart => ({
    name: `ppt/theme/theme${number}.xml`,
    contentType: `${prefix}theme+xml`,
    content: themeXml(style),
  });
  const slideRelations = Array.from({ length: slides }, (_, at) => ({
    id: `rId${at + 10}`,
    type: 'slide',
    target: `slides/slide${at + 1}.xml`,
  }));
  return [
    {
      name: 'ppt/presentation.xml',
      contentType: `${ml}presentation.main+xml`,
      content: presentationXml(slides, language),
      relations: [
        { id: 'rId1', type: 'slideMaster', target: 'slideMasters/slideMaster1.xml' },
        { id: 'rId2', type: 'notesMaster', target: 'notesMasters/notesMaster1.xml' },
        { id: 'rId3', type: 'presProps', target: 'presProps.xml' },
        { id: 'rId4', type: 'viewProps', target: 'viewProps.xml' },
        { id: 'rId5', type: 'theme', target: 'theme/theme1.xml' },
        { id: 'rId6', type: 'tableStyles', target: 'tableStyles.xml' },
        ...slideRelations,
      ],
    },
    { name: 'ppt/presProps.xml', contentType: `${ml}presProps+xml`, content: `${xmlHead}<p:presentationPr ${spaces}/>` },
    { name: 'ppt/viewProps.xml', contentType: `${ml}viewProps+xml`, content: `${xmlHead}<p:viewPr ${spaces}/>` },
    {
      name: 'ppt/tableStyles.xml',
      contentType: `${ml}tableStyles+xml`,
      content: `${xmlHead}<a:tblStyleLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" def="{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"/>`,
    },
    theme(1),
    theme(2),
    {
      name: 'ppt/slideMasters/slideMaster1.xml',
      contentType: `${ml}slideMaster+xml`,
      content: masterXml(language),
      relations: [
        ...layouts.map((_, at) => ({ id: `rId${at + 1}`, type: 'slideLayout', target: `../slideLayouts/slideLayout${at + 1}.xml` })),
        { id: `rId${layouts.length + 1}`, type: 'theme', target: '../theme/theme1.xml' },
      ],
    },
    ...layouts.map((layout, at) => ({
      name: `ppt/slideLayouts/slideLayout${at + 1}.xml`,
      contentType: `${ml}slideLayout+xml`,
      content: layoutXml(layout, language, style),
      relations: [{ id: 'rId1', type: 'slideMaster', target: '../slideMasters/slideMaster1.xml' }],
    })),
    {
      name: 'ppt/notesMasters/notesMaster1.xml',
      contentType: `${ml}notesMaster+xml`,
      content: notesMasterXml(language),
      relations: [{ id: 'rId1', type: 'theme', target: '../theme/theme2.xml' }],
    },
  ];
}

/**
 * A report as a presentation: a slide of its own for every exhibit, the finding as its title, native charts where PowerPoint has them, native tables, figures in
 * words in the notes. Everything in it is released; the same report makes the same bytes.
 */
export const writePptx: WriteReport = async (ground) => {
  const slides = await planSlides(ground);
  const deck: DeckMaking = { ground, parts: [], charts: 0, images: 0, notes: 0 };
  for (const [at, slide] of slides.entries()) {
    // eslint-disable-next-line no-await-in-loop -- slides number their charts and pictures in order
    await addSlide(deck, slide, at + 1);
  }
  return packageOf([...frameParts(ground, slides.length), ...deck.parts, ...propertyParts(ground)], root);
};
