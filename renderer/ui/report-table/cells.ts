import type { ReactNode } from 'react';

/**
 * One figure of a report table, already formatted in the reader's language. The table never works out a number and never
 * hides one: it shows what the release says.
 */
export type ReportCell =
  | {
      readonly kind: 'value';
      readonly text: string;
      /** "11–31", without a unit. */
      readonly interval?: string;
      /** Reads the whole cell aloud: "62 prosent, 95 prosent intervall 44 til 77". */
      readonly spoken?: string;
      /** Inside view only: the cell would be hidden in a release. */
      readonly isMarked?: boolean;
    }
  /** Hidden, for whatever reason: primary and secondary look the same. */
  | { readonly kind: 'suppressed'; readonly spoken: string }
  /** Words instead of a figure: base 5–9. */
  | { readonly kind: 'words'; readonly text: string }
  /** Not asked: "." · Missing: "..". */
  | { readonly kind: 'notAsked'; readonly spoken: string }
  | { readonly kind: 'missing'; readonly spoken: string };

/** A row of figures, or the name of a group of rows that follow. */
export type ReportRow =
  | {
      readonly kind?: 'figures';
      readonly id: string;
      readonly label: ReactNode;
      readonly indent?: 0 | 1 | 2;
      readonly cells: readonly ReportCell[];
    }
  | { readonly kind: 'group'; readonly id: string; readonly label: ReactNode };

/** One column of figures. "Alle" comes first. */
export interface ReportColumn {
  readonly id: string;
  readonly label: ReactNode;
}

/** n of one column, with "liten base" or nothing beside it. */
export interface ReportBase {
  readonly text: string;
  readonly note?: string;
}

/** The sign shown in the figure's place. */
export function cellSign(cell: ReportCell): string {
  switch (cell.kind) {
    case 'value':
    case 'words':
      return cell.text;
    case 'suppressed':
      return ':';
    case 'notAsked':
      return '.';
    case 'missing':
      return '..';
    default:
      return cell satisfies never;
  }
}
