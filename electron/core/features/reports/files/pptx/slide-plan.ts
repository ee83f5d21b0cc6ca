import type { Language } from '../../../../../../shared/model/text.ts';
import type { NativeChart } from './native-chart.ts';
import type { SlideRow } from './table-xml.ts';
import type { TextLine } from './slide-xml.ts';

/** A drawn chart or a photo. */
export interface SlideImage {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** The drawing that a PNG was made from. */
  readonly svg: string | null;
  readonly size: { readonly width: number; readonly height: number };
}

interface Common {
  readonly title: string;
  /** What the slide's notes page says, a paragraph each. */
  readonly notes: readonly string[];
}

/** One slide, before it is written. */
export type Slide =
  | (Common & { readonly kind: 'title'; readonly lines: readonly string[] })
  | (Common & { readonly kind: 'section' })
  | (Common & { readonly kind: 'text'; readonly lines: readonly LinkedLine[] })
  | (Common & { readonly kind: 'quote'; readonly text: string; readonly note: string; readonly language: Language })
  | (Common & ExhibitSlide & { readonly kind: 'chart'; readonly chart: NativeChart; readonly description: string })
  | (Common & ExhibitSlide & { readonly kind: 'image'; readonly image: SlideImage | null; readonly description: string })
  | (Common &
      ExhibitSlide & {
        readonly kind: 'table';
        readonly widths: readonly number[];
        readonly rows: readonly SlideRow[];
        readonly description: string;
      });

export interface ExhibitSlide {
  /** Question, measure and base, under the title. */
  readonly under: string;
  /** Notes, signs and source, at the slide's foot. */
  readonly foot: readonly string[];
}

/** A line whose runs may lead to an address; its relationship is made when the slide is. */
export interface LinkedLine extends Omit<TextLine, 'runs'> {
  readonly runs: readonly (TextLine['runs'][number] & { readonly href?: string })[];
}
