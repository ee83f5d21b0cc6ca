import { AppError } from '../../../app-error.ts';
import { xmlWalker } from '../../../documents/walk-xml.ts';
import { cleanPicture } from '../../minutes/clean-picture.ts';
import { cleanSvg, svgNamespace } from './clean-svg.ts';

/** A picture that can stand in a file without doing anything but being seen. */
export interface SafeLogo {
  readonly bytes: Uint8Array;
  readonly mediaType: 'image/png' | 'image/jpeg' | 'image/svg+xml';
}

/** A drawing with more than this is no logo. */
const mostSvgBytes = 512 * 1024;
/** What is drawn, and what a drawing program leaves behind; anything else (scripts, foreign content, pictures, links, animation) is refused. */
const drawn = new Set(
  `svg g defs title desc metadata path rect circle ellipse line polyline polygon text tspan textPath use symbol clipPath mask marker pattern
linearGradient radialGradient stop style filter feGaussianBlur feOffset feBlend feColorMatrix feMerge feMergeNode feFlood feComposite switch`.split(
    /\s+/u,
  ),
);
const fetches = /url\(\s*['"]?\s*(?!['"]?\s*#)|@import|expression\(|javascript:|data:|\\/iu;

function isSafeValue(name: string, value: string): boolean {
  // A letter written as a number could hide what is looked for.
  if (/^on/iu.test(name) || value.includes('&#')) return false;
  if (name === 'href') return value.startsWith('#');
  return name === 'xmlns' || name.startsWith('xmlns') || !fetches.test(value);
}

/** Names of attributes, which the reader of XML does not list: found in the text, where a tag holds them. */
function attributesIn(text: string): [string, string][] {
  return [...text.matchAll(/([A-Za-z_:][\w:.-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu)].map(([, name = '', double, single]) => [
    name.includes(':') && !name.startsWith('xmlns') ? (name.split(':')[1] ?? '') : name,
    double ?? single ?? '',
  ]);
}

function isSafeSvg(text: string): boolean {
  if (/<!DOCTYPE|<!ENTITY|<\?(?!xml\s)/iu.test(text)) return false;
  let isSafe = true;
  let isFirst = true;
  let inStyle = false;
  const walker = xmlWalker(
    {
      open: ({ name, uri }) => {
        if (isFirst && (name !== 'svg' || uri !== svgNamespace)) isSafe = false;
        // A style is words alone: an element in the middle of one would hide what it says.
        if (inStyle) isSafe = false;
        isFirst = false;
        // What other programs note about their drawing is of another namespace and is not drawn.
        if (uri === svgNamespace && !drawn.has(name)) isSafe = false;
        if (/script|foreignobject|iframe|embed|object/iu.test(name)) isSafe = false;
        inStyle = name === 'style';
      },
      close: () => {
        inStyle = false;
      },
      text: (words) => {
        if (inStyle && fetches.test(words)) isSafe = false;
      },
    },
    'logo',
  );
  try {
    walker.write(text);
    walker.end();
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
  return isSafe && !isFirst && attributesIn(text).every(([name, value]) => isSafeValue(name, value));
}

/** A logo by its own bytes, without what programs wrote beside the picture: PNG, JPEG, and SVG that only draws. Null for anything else. */
export function safeLogo(bytes: Uint8Array): SafeLogo | null {
  const picture = cleanPicture(bytes);
  if (picture !== null) return picture;
  if (bytes.length > mostSvgBytes) return null;
  const text = new TextDecoder('utf-8', { ignoreBOM: false }).decode(bytes);
  if (!isSafeSvg(text)) return null;
  // Comments, marked sections and elements that are left out may stand in the middle of a word: what is kept is looked at once more, in one piece.
  const clean = cleanSvg(text);
  return isSafeSvg(clean) ? { bytes: new TextEncoder().encode(clean), mediaType: 'image/svg+xml' } : null;
}
