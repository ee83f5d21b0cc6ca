import type { DocumentPart } from '../../../../../../shared/contract/reports-document.ts';
import type { FileGround } from '../file-ground.ts';
import { exhibitSlides, ownTableSlides } from './exhibit-slides.ts';
import { rulerOf } from './measures.ts';
import type { Slide, SlideImage } from './slide-plan.ts';
import { entryLine, factLines, onSlides, paragraphLines, type MeasuredLine } from './text-slides.ts';

type Part<K extends DocumentPart['kind']> = Extract<DocumentPart, { kind: K }>;

function numbered(number: string | null, text: string): string {
  return number === null ? text : `${number} ${text}`;
}

function opening({ document }: FileGround): Slide {
  const { title, subtitle, byline, authors, place, year } = document;
  const where = [place ?? '', year === null ? '' : String(year)].filter((text) => text !== '').join(', ');
  return { kind: 'title', title, lines: [subtitle, byline ?? '', authors ?? '', where].filter((text) => text !== ''), notes: [] };
}

function imageOf({ pictures }: FileGround, attachmentId: string): SlideImage | null {
  const found = pictures.get(attachmentId);
  if (found === undefined || found.size === null || (found.mediaType !== 'image/png' && found.mediaType !== 'image/jpeg')) return null;
  return { bytes: found.bytes, mediaType: found.mediaType, svg: null, size: found.size };
}

function photo({ attachmentId, caption, credit, altText }: Part<'picture'>, heading: string, ground: FileGround): Slide {
  const foot = [credit].filter((text) => text !== '');
  const image = imageOf(ground, attachmentId);
  return { kind: 'image', title: caption === '' ? heading : caption, under: '', foot, notes: [], image, description: altText };
}

/** Slides up to which a section needs none of its own: in a deck every slide counts. */
function fewSlides({ document }: FileGround): number {
  return document.kind === 'slides' ? 3 : 1;
}

/** Without the opening slides of short sections whose first slide has the heading already. */
function withoutShortSections(slides: readonly Slide[], few: number): Slide[] {
  return slides.filter((slide, at) => {
    if (slide.kind !== 'section') return true;
    const rest = slides.slice(at + 1);
    const next = rest.findIndex(({ kind }) => kind === 'section');
    const own = next === -1 ? rest : rest.slice(0, next);
    return own.length === 0 || own.length > few || own[0]?.title !== slide.title;
  });
}

/** The slides of a report in its order: a section for every heading of the first level, text on as many slides as it needs, each exhibit on its own. */
export async function planSlides(ground: FileGround): Promise<Slide[]> {
  const { document, words } = ground;
  const ruler = rulerOf(document.style.bodyFont);
  const slides: Slide[] = [opening(ground)];
  let heading = document.title;
  let waiting: MeasuredLine[] = [];
  let notes = 0;
  const textSlides = (title: string, lines: readonly MeasuredLine[]): void => {
    for (const [at, piece] of onSlides(lines).entries())
      slides.push({ kind: 'text', title: at === 0 ? title : words('reports.file.continued', { title }), lines: piece, notes: [] });
  };
  const flush = (): void => {
    textSlides(heading, waiting);
    waiting = [];
  };
  for (const part of document.blocks.flatMap((block) => block.parts)) {
    if (part.kind === 'paragraph') {
      const made = paragraphLines(part, ruler, notes);
      notes += made.notes;
      waiting.push(...made.lines);
      continue;
    }
    if (part.kind === 'facts') {
      waiting.push(...factLines(part, ruler));
      continue;
    }
    flush();
    if (part.kind === 'heading') {
      heading = numbered(part.number, part.text);
      if (part.level === 1) slides.push({ kind: 'section', title: heading, notes: [] });
    } else if (part.kind === 'contents') {
      const first = part.entries.filter(({ level }) => level === 1);
      textSlides(
        words('reports.contents'),
        first.map(({ number, text }) => entryLine(numbered(number, text), ruler)),
      );
    } else if (part.kind === 'quote') {
      slides.push({
        kind: 'quote',
        title: heading,
        text: part.text,
        note: part.note,
        language: part.language ?? document.language,
        notes: [],
      });
    } else if (part.kind === 'picture') slides.push(photo(part, heading, ground));
    else if (part.kind === 'table') slides.push(...ownTableSlides(part, heading, ground));
    else if (part.kind === 'exhibit') {
      // eslint-disable-next-line no-await-in-loop -- the rasteriser draws one at a time
      slides.push(...(await exhibitSlides(part, ground)));
    }
  }
  flush();
  return withoutShortSections(slides, fewSlides(ground));
}
