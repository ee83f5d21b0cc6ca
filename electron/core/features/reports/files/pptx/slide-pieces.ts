import type { FileGround } from '../file-ground.ts';
import { openings } from './master-xml.ts';
import { lineHeight, rulerOf, sizeThatFits, type Box } from './measures.ts';
import type { PackagePart, Relation } from './package-parts.ts';
import type { SlideImage } from './slide-plan.ts';
import { inks, pictureXml, placeholderXml, textBoxXml, type TextLine } from './slide-xml.ts';

/** What the slides of one presentation share: numbers of their files. */
export interface DeckMaking {
  readonly ground: FileGround;
  readonly parts: PackagePart[];
  charts: number;
  images: number;
  notes: number;
}

/** One slide being written: shapes in reading order, and what they lead to. */
export interface SlideMaking {
  readonly deck: DeckMaking;
  readonly shapes: string[];
  readonly relations: Relation[];
}

/** Leads from the slide to another part, or to an address; answers the relationship's id. */
export function relate({ relations }: SlideMaking, type: string, target: string, isOutside = false): string {
  const known = isOutside ? relations.find((each) => each.target === target) : undefined;
  if (known !== undefined) return known.id;
  const id = `rId${relations.length + 1}`;
  relations.push({ id, type, target, ...(isOutside ? { isOutside } : {}) });
  return id;
}

/** The id of the next shape. The group that holds them all is 1. */
export function nextId({ shapes }: SlideMaking): number {
  return shapes.length + 2;
}

function addMedia(making: SlideMaking, bytes: Uint8Array | string, ending: 'png' | 'jpeg' | 'svg'): string {
  const { deck } = making;
  deck.images += 1;
  const name = `image${deck.images}.${ending}`;
  deck.parts.push({ name: `ppt/media/${name}`, contentType: null, content: bytes });
  return relate(making, 'image', `../media/${name}`);
}

/** The slide's title in its place, in letters that fit it. */
export function addTitle(making: SlideMaking, title: string, box: Box, placeholder: string, sizes: readonly number[]): void {
  const { document } = making.deck.ground;
  const size = sizeThatFits(title, box, sizes, rulerOf(document.style.headingFont, 600));
  const run = { text: title, ...(size === sizes[0] ? {} : { size }) };
  making.shapes.push(placeholderXml(nextId(making), 'Title', placeholder, [{ runs: [run] }], document.language));
}

/** Lines that fit a height at one of some sizes; what has no room at the smallest ends in "…". */
export function fitted(
  texts: readonly string[],
  box: Box,
  sizes: readonly number[],
  making: SlideMaking,
): { readonly size: number; readonly texts: readonly string[] } {
  const ruler = rulerOf(making.deck.ground.document.style.headingFont);
  const heightAt = (size: number): number =>
    texts.reduce((sum, text) => sum + ruler.linesOf(text, box.w, size).length * size * lineHeight, 0);
  const size = sizes.find((each) => heightAt(each) <= box.h);
  if (size !== undefined) return { size, texts };
  const least = sizes.at(-1) ?? 9;
  let room = Math.floor(box.h / (least * lineHeight));
  const kept: string[] = [];
  // The source is last, and stays.
  for (const text of texts.toReversed()) {
    const lines = ruler.linesOf(text, box.w, least);
    if (room === 0) break;
    kept.unshift(lines.length <= room ? text : `${lines.slice(0, room).join(' ')} …`);
    room -= Math.min(room, lines.length);
  }
  return { size: least, texts: kept };
}

/** Lines beside the matter: about the figures, their notes and source. Nothing where there are none. */
export function addQuietLines(
  making: SlideMaking,
  name: string,
  texts: readonly string[],
  box: Box,
  sizes: readonly number[],
  anchor: 't' | 'b',
): void {
  const said = texts.filter((text) => text !== '');
  if (said.length === 0) return;
  const { size, texts: kept } = fitted(said, box, sizes, making);
  const lines = kept.map((text): TextLine => ({ runs: [{ text, size, colour: inks.quiet, isHeading: true }] }));
  making.shapes.push(textBoxXml(nextId(making), name, box, lines, { language: making.deck.ground.document.language, anchor }));
}

function within(box: Box, { width, height }: SlideImage['size'], anchor: 'top' | 'middle'): Box {
  const scale = Math.min(box.w / width, box.h / height);
  const [w, h] = [width * scale, height * scale];
  return { x: box.x + (box.w - w) / 2, y: box.y + (anchor === 'top' ? 0 : (box.h - h) / 2), w, h };
}

/** A picture as large as its place allows. */
export function addImage(making: SlideMaking, image: SlideImage, box: Box, description: string): void {
  const drawing = image.svg === null ? null : addMedia(making, image.svg, 'svg');
  const bitmap = addMedia(making, image.bytes, image.mediaType === 'image/jpeg' ? 'jpeg' : 'png');
  making.shapes.push(pictureXml(nextId(making), within(box, image.size, 'top'), { name: 'Picture', description }, bitmap, drawing));
}

/** The picture of the organisation on the first slide; a drawing is made a bitmap, so that nothing in it can run. */
export async function addLogo(making: SlideMaking): Promise<void> {
  const { logo, document, rasterise } = making.deck.ground;
  if (logo === null || document.style.logo === null) return;
  const isDrawing = logo.mediaType === 'image/svg+xml';
  const size = logo.size ?? { width: 220, height: 64 };
  const bytes = isDrawing ? await rasterise(new TextDecoder().decode(logo.bytes)) : logo.bytes;
  const image: SlideImage = { bytes, mediaType: isDrawing ? 'image/png' : logo.mediaType, svg: null, size };
  const bitmap = addMedia(making, image.bytes, image.mediaType === 'image/jpeg' ? 'jpeg' : 'png');
  const box = within(openings.logo, size, 'middle');
  making.shapes.push(
    pictureXml(nextId(making), { ...box, x: openings.logo.x }, { name: 'Logo', description: document.style.logo.altText }, bitmap, null),
  );
}
