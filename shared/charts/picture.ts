import type { Language } from '../model/text.ts';
import type { ChartPart, FrameOptions } from './chart-options.ts';
import { sentences } from './exhibit-notes.ts';
import { framePart } from './frame.ts';
import type { SvgNode } from './svg-node.ts';
import type { ChartFormat } from './words.ts';

/** A number that has passed the gate; null prints ":". */
export type ReleasedCount = number | null;

/** What a released picture that is no table of answers says of itself, already localised. */
export interface PictureTexts {
  /** The finding. */
  readonly title: string;
  readonly subtitle: string;
  readonly notes: readonly string[];
  readonly source: string;
  readonly language: Language;
  /** Null before it is released. */
  readonly releaseNumber: number | null;
}

/** Words that every such picture prints. */
export interface PictureWords {
  /** Alternative text. */
  readonly description: string;
  readonly release: string;
  readonly hiddenNote: string;
  readonly empty: string;
}

/** The words that all pictures share. */
export function pictureWords({ releaseNumber }: PictureTexts, description: string, format: ChartFormat): PictureWords {
  return {
    description,
    release: releaseNumber === null ? format('charts.source.unreleased', {}) : format('charts.source.release', { number: releaseNumber }),
    hiddenNote: `:\u00A0 ${format('charts.legend.hidden', {})}`,
    empty: format('charts.empty', {}),
  };
}

/** Notes under a picture and its table: its own, and what ":" means where it stands. */
export function pictureNotes(
  texts: PictureTexts,
  words: PictureWords,
  more: { readonly notes: readonly string[]; readonly hasHidden: boolean },
): string[] {
  return [sentences([...texts.notes, ...more.notes]), more.hasHidden ? words.hiddenNote : '', sentences([texts.source, words.release])];
}

/** Frames a drawing with the picture's texts. */
export function framePicture(
  part: ChartPart,
  texts: PictureTexts,
  words: PictureWords,
  notes: readonly string[],
  options: FrameOptions,
): SvgNode {
  const [source = ''] = notes.slice(-1);
  const around = {
    title: texts.title,
    subtitle: texts.subtitle,
    description: words.description,
    language: texts.language,
    notes: notes.slice(0, -1),
    source,
  };
  return framePart(part, around, options);
}
