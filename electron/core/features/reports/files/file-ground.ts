import type { ReportDocument } from '../../../../../shared/contract/reports-document.ts';
import type { CoreWords } from '../../../words.ts';

/** A picture's bytes as they lie in the workspace. */
export interface PictureBytes {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** Pixels; null where they cannot be told. */
  readonly size: { readonly width: number; readonly height: number } | null;
}

/** All that a file of a report is made from: the released document, the pictures it names, words in its language. Nothing here can count anything. */
export interface FileGround {
  readonly document: ReportDocument;
  readonly words: CoreWords;
  /** By attachment; a photo that may not leave is not among them, nor in the document. */
  readonly pictures: ReadonlyMap<string, PictureBytes>;
  readonly logo: PictureBytes | null;
  /** Bytes of the organisation's own Word template. */
  readonly wordTemplate: Uint8Array | null;
  readonly charts: 'native' | 'picture';
  /** Draws an SVG document as a PNG of 300 dots per inch that keeps its size. */
  readonly rasterise: (svg: string) => Promise<Uint8Array>;
  /** UTC, ISO 8601: when the file is made, and the only time in it. */
  readonly madeAt: string;
}

/** Makes one file of a report. */
export type WriteReport = (ground: FileGround) => Promise<Uint8Array>;
