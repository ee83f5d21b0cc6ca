import { AlignmentType, LevelFormat, type FileChild, type INumberingOptions } from 'docx';
import type { FileGround } from '../file-ground.ts';
import type { CaptionCounts } from './captions.ts';
import type { ListNumbers } from './list-numbers.ts';
import type { PageShape } from './page-shape.ts';
import type { WordTemplate } from './read-template.ts';
import type { TextGround } from './word-text.ts';

/** What the parts of one document share while it is made. */
export interface Making extends TextGround {
  readonly ground: FileGround;
  readonly page: PageShape;
  /** The organisation's own; null for none. */
  readonly template: WordTemplate | null;
  readonly captions: CaptionCounts;
  readonly lists: ListNumbers;
}

/** A stretch of the document; `isLandscape` where it needs a turned page. */
export interface Piece {
  readonly children: readonly FileChild[];
  readonly isLandscape: boolean;
}

export function upright(...children: readonly FileChild[]): Piece {
  return { children, isLandscape: false };
}

/** Name of the bullets of all lists. */
export const bulletList = 'bullets';
const step = 340;
const bullets = ['•', '–', '·'];

function levels(
  of: (level: number) => {
    readonly format: (typeof LevelFormat)[keyof typeof LevelFormat];
    readonly text: string;
    readonly start?: number;
  },
) {
  return [0, 1, 2].map((level) => ({
    level,
    ...of(level),
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: step * (level + 1), hanging: step } } },
  }));
}

/** The lists of a document, three deep: bullets, and numbers by where they start. */
export function numberingOf(lists: ListNumbers): INumberingOptions {
  const formats = [LevelFormat.DECIMAL, LevelFormat.LOWER_LETTER, LevelFormat.LOWER_ROMAN];
  return {
    config: [
      { reference: bulletList, levels: levels((level) => ({ format: LevelFormat.BULLET, text: bullets[level] ?? '•' })) },
      ...lists.all().map(({ reference, starts }) => ({
        reference,
        levels: levels((level) => ({ format: formats[level] ?? LevelFormat.DECIMAL, text: `%${level + 1}.`, start: starts[level] ?? 1 })),
      })),
    ],
  };
}
