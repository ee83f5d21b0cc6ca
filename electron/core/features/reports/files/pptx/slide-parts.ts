import { sentences } from '../../../../../../shared/charts/exhibit-notes.ts';
import { chartWorkbook, chartXml } from './chart-xml.ts';
import { layouts, openings, type Layout } from './master-xml.ts';
import { places, rulerOf, sizeThatFits, type Box } from './measures.ts';
import type { Relation } from './package-parts.ts';
import { addImage, addLogo, addQuietLines, addTitle, fitted, nextId, relate, type DeckMaking, type SlideMaking } from './slide-pieces.ts';
import type { LinkedLine, Slide } from './slide-plan.ts';
import { emptyGroup, frameXml, placeholderXml, slideNumberXml, spaces, textBoxXml, xmlHead, type TextLine } from './slide-xml.ts';
import { tableXml } from './table-xml.ts';

const prefix = 'application/vnd.openxmlformats-officedocument.';

const layoutOf: Readonly<Record<Slide['kind'], Layout>> = {
  title: 'title',
  section: 'section',
  text: 'text',
  quote: 'free',
  chart: 'free',
  image: 'free',
  table: 'free',
};

async function addChart(making: SlideMaking, { chart, description }: Extract<Slide, { kind: 'chart' }>): Promise<void> {
  const { deck } = making;
  const { document, madeAt } = deck.ground;
  deck.charts += 1;
  const book = `Microsoft_Excel_Sheet${deck.charts}.xlsx`;
  deck.parts.push(
    {
      name: `ppt/charts/chart${deck.charts}.xml`,
      contentType: `${prefix}drawingml.chart+xml`,
      content: chartXml(chart, document.language),
      relations: [{ id: 'rId1', type: 'package', target: `../embeddings/${book}` }],
    },
    { name: `ppt/embeddings/${book}`, contentType: null, content: await chartWorkbook(chart, madeAt) },
  );
  const id = relate(making, 'chart', `../charts/chart${deck.charts}.xml`);
  const xml = `<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="${id}"/>`;
  making.shapes.push(frameXml(nextId(making), places.exhibit, { name: 'Chart', description }, { uri: 'chart', xml }));
}

function linked(line: LinkedLine, making: SlideMaking): TextLine {
  return {
    ...line,
    runs: line.runs.map(({ href, ...run }) => (href === undefined ? run : { ...run, link: relate(making, 'hyperlink', href, true) })),
  };
}

function addQuote(making: SlideMaking, { text, note, language }: Extract<Slide, { kind: 'quote' }>): void {
  const { style } = making.deck.ground.document;
  const box: Box = { x: 92, y: 130, w: 776, h: 280 };
  const size = sizeThatFits(text, box, [32, 28, 24, 20, 18, 16, 14, 12], rulerOf(style.bodyFont));
  // A text of a slide holds no line ends of its own.
  const lines = text.split(/\r\n|\r|\n/u).map((line): TextLine => ({ runs: [{ text: line, size, isItalic: true }] }));
  making.shapes.push(textBoxXml(nextId(making), 'Quote', box, lines, { language, anchor: 'ctr' }));
  addQuietLines(making, 'Who said it', [note], { x: 92, y: 420, w: 776, h: 40 }, [16, 14, 12], 't');
}

async function addOpening(making: SlideMaking, { title, lines }: Extract<Slide, { kind: 'title' }>): Promise<void> {
  const { language, style } = making.deck.ground.document;
  addTitle(making, title, openings.title, 'type="ctrTitle"', [40, 36, 32, 28, 24, 20]);
  const said = [...lines, ...(style.organisation === '' ? [] : [style.organisation])];
  const { size, texts } = fitted(said, openings.subtitle, [18, 16, 14, 12], making);
  making.shapes.push(
    placeholderXml(
      nextId(making),
      'Subtitle',
      'type="subTitle" idx="1"',
      texts.map((text) => ({ runs: [{ text, ...(size === 18 ? {} : { size }) }], before: 4 })),
      language,
    ),
  );
  await addLogo(making);
}

const titleSizes = [28, 26, 24, 22, 20, 18, 16, 14];

async function addContent(making: SlideMaking, slide: Slide): Promise<void> {
  const { language } = making.deck.ground.document;
  if (slide.kind === 'title') return await addOpening(making, slide);
  if (slide.kind === 'section') return addTitle(making, slide.title, openings.section, 'type="title"', [40, 36, 32, 28, 24, 20]);
  addTitle(making, slide.title, places.title, 'type="title"', titleSizes);
  if (slide.kind === 'quote') return addQuote(making, slide);
  if (slide.kind === 'text') {
    const lines = slide.lines.map((line) => linked(line, making));
    making.shapes.push(placeholderXml(nextId(making), 'Text', 'idx="1"', lines, language));
    return;
  }
  addQuietLines(making, 'About', [slide.under], places.under, [14, 13, 12, 11, 10, 9], 't');
  if (slide.kind === 'chart') await addChart(making, slide);
  else if (slide.kind === 'table') {
    const height = slide.rows.reduce((sum, row) => sum + row.height, 0);
    const xml = tableXml(slide.widths, slide.rows, language);
    making.shapes.push(
      frameXml(nextId(making), { ...places.exhibit, h: height }, { name: 'Table', description: slide.description }, { uri: 'table', xml }),
    );
  } else if (slide.image !== null) addImage(making, slide.image, places.exhibit, slide.description);
  else addQuietLines(making, 'Picture', [slide.description], places.exhibit, [18, 14, 12], 't');
  const source = slide.foot.at(-1) ?? '';
  addQuietLines(making, 'Notes and source', [sentences(slide.foot.slice(0, -1)), source], places.foot, [11, 10, 9], 'b');
  return undefined;
}

function notesXml(notes: readonly string[], deck: DeckMaking): string {
  const { language } = deck.ground.document;
  const image =
    '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>';
  const text = placeholderXml(
    3,
    'Notes',
    'type="body" sz="quarter" idx="3"',
    notes.map((note) => ({ runs: [{ text: note }] })),
    language,
  );
  return `${xmlHead}<p:notes ${spaces}><p:cSld><p:spTree>${emptyGroup}${image}${text}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>`;
}

/** Writes one slide with its notes, chart and pictures into the package. @param number from 1 */
export async function addSlide(deck: DeckMaking, slide: Slide, number: number): Promise<void> {
  const { document } = deck.ground;
  const layout = layouts.indexOf(layoutOf[slide.kind]) + 1;
  const relations: Relation[] = [{ id: 'rId1', type: 'slideLayout', target: `../slideLayouts/slideLayout${layout}.xml` }];
  const making: SlideMaking = { deck, shapes: [], relations };
  await addContent(making, slide);
  const notes = slide.notes.filter((note) => note !== '');
  if (notes.length > 0) {
    deck.notes += 1;
    relate(making, 'notesSlide', `../notesSlides/notesSlide${deck.notes}.xml`);
    deck.parts.push({
      name: `ppt/notesSlides/notesSlide${deck.notes}.xml`,
      contentType: `${prefix}presentationml.notesSlide+xml`,
      content: notesXml(notes, deck),
      relations: [
        { id: 'rId1', type: 'notesMaster', target: '../notesMasters/notesMaster1.xml' },
        { id: 'rId2', type: 'slide', target: `../slides/slide${number}.xml` },
      ],
    });
  }
  if (slide.kind !== 'title') {
    if (document.provenance !== '') {
      const line = [{ runs: [{ text: document.provenance }] }];
      making.shapes.push(placeholderXml(nextId(making), 'Footer', 'type="ftr" sz="quarter" idx="11"', line, document.language));
    }
    making.shapes.push(slideNumberXml(nextId(making), number, document.language));
  }
  deck.parts.push({
    name: `ppt/slides/slide${number}.xml`,
    contentType: `${prefix}presentationml.slide+xml`,
    content: `${xmlHead}<p:sld ${spaces}><p:cSld><p:spTree>${emptyGroup}${making.shapes.join('')}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>`,
    relations,
  });
}
