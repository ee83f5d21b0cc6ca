import { ImageRun, Paragraph } from 'docx';
import { sentences } from '../../../../../../shared/charts/exhibit-notes.ts';
import type { DocumentPart } from '../../../../../../shared/contract/reports-document.ts';
import type { PictureBytes } from '../file-ground.ts';
import type { Making } from './making.ts';
import { noteParagraphs } from './notes.ts';
import { inPixels, textWidths } from './page-shape.ts';
import { styleIds } from './style-ids.ts';
import { oneLine, words } from './word-text.ts';

const types: Readonly<Record<string, 'png' | 'jpg' | 'gif' | 'bmp'>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/bmp': 'bmp',
};

/** The size of a picture whose own is not known: a landscape photo's. */
const unknownSize = { width: 3, height: 2 } as const;

interface Room {
  readonly width: number;
  readonly height: number;
  /** Pixels are not blown up over their size at 96 dots per inch; a size in shares alone fills its room. */
  readonly mayGrow: boolean;
}

function fitted(size: { readonly width: number; readonly height: number }, { width, height, mayGrow }: Room) {
  const scale = Math.min(width / size.width, height / size.height, ...(mayGrow ? [] : [1]));
  return { width: Math.max(1, Math.round(size.width * scale)), height: Math.max(1, Math.round(size.height * scale)) };
}

interface AltText {
  readonly name: string;
  readonly description: string;
}

/** A picture in a run of text; null for kinds of pictures that Word cannot show. SVG has a PNG beside it. */
export async function pictureIn(
  picture: PictureBytes,
  room: Omit<Room, 'mayGrow'>,
  alt: AltText,
  making: Making,
): Promise<ImageRun | null> {
  const { bytes, mediaType, size } = picture;
  const altText = { name: oneLine(alt.name), description: oneLine(alt.description) };
  const transformation = fitted(size ?? unknownSize, { ...room, mayGrow: size === null });
  if (mediaType === 'image/svg+xml') {
    const fallback = await making.ground.rasterise(new TextDecoder().decode(bytes));
    return new ImageRun({
      type: 'svg',
      data: Buffer.from(bytes),
      fallback: { type: 'png', data: Buffer.from(fallback) },
      transformation,
      altText,
    });
  }
  const type = types[mediaType];
  return type === undefined ? null : new ImageRun({ type, data: Buffer.from(bytes), transformation, altText });
}

/** A photo with what it shows, and whose it is. A picture that is not there leaves its words. */
export async function pictureParagraphs(part: Extract<DocumentPart, { kind: 'picture' }>, making: Making): Promise<Paragraph[]> {
  const { attachmentId, caption, credit, altText } = part;
  const picture = making.ground.pictures.get(attachmentId);
  const room = { width: inPixels(textWidths(making.page).upright), height: 560 };
  const run = picture === undefined ? null : await pictureIn(picture, room, { name: caption, description: altText }, making);
  const said = [sentences([caption]), credit].filter((text) => text !== '').join(' ');
  if (run === null)
    return [new Paragraph({ style: styleIds.quiet, children: words([altText, said].filter((text) => text !== '').join('. ')) })];
  return [
    new Paragraph({ style: styleIds.figure, spacing: { before: 240 }, keepNext: said !== '', children: [run] }),
    ...noteParagraphs(said === '' ? [] : [said]),
  ];
}
