import { memo, type Ref, useMemo } from 'react';
import { sweepSegments, type TextRange } from '../../shared/texts/index.ts';
import type { BranchMark } from '../ui/theme-mark/branch-mark.ts';
import styles from './CodedText.module.css';

/** A theme on part of a text, as it is drawn. */
export interface TextMark extends TextRange {
  readonly id: string;
  readonly mark: BranchMark;
  readonly isInferred: boolean;
  /** `+ − ± ○`, drawn after the last word. */
  readonly sign: string | undefined;
  readonly isSelected?: boolean;
}

/** What a coded text needs. */
export interface CodedTextProps {
  readonly body: string;
  readonly language: string;
  readonly marks: readonly TextMark[];
  /** Words chosen for the next theme while focus is in the theme box. */
  readonly pending?: TextRange | null;
  readonly rootRef?: Ref<HTMLSpanElement>;
  /** Offset of the first character in the whole text, when this is a part of it. */
  readonly from?: number;
  readonly look?: 'grid' | 'reading';
  /** Tint as well as underline, as in the grid. */
  readonly isTinted?: boolean;
}

type Piece = TextRange & { readonly textMark: TextMark | null };

/**
 * What somebody said with its codings drawn on it: an underline in the branch's colour, doubled where several lie over each
 * other, and a tint on what is selected. The element holds exactly the characters of the text, so that places can be counted.
 */
export const CodedText = memo(function CodedText({
  body,
  language,
  marks,
  pending = null,
  rootRef,
  from,
  look = 'grid',
  isTinted = false,
}: CodedTextProps) {
  const segments = useMemo(() => {
    const pieces: Piece[] = marks.map((textMark) => ({ start: textMark.start, end: textMark.end, textMark }));
    if (pending !== null && pending.end > pending.start) pieces.push({ ...pending, textMark: null });
    return sweepSegments(body.length, pieces);
  }, [body, marks, pending]);
  return (
    <span
      className={styles.text}
      data-from={from}
      data-look={look}
      lang={language}
      ref={rootRef}
      tabIndex={from === undefined ? -1 : undefined}
    >
      {segments.map((segment) => {
        const under = segment.covers.flatMap((piece) => (piece.textMark === null ? [] : [piece.textMark]));
        const top = under.findLast((one) => one.isSelected === true) ?? under.at(-1);
        const text = body.slice(segment.start, segment.end);
        const isPending = segment.covers.some((piece) => piece.textMark === null);
        if (top === undefined && !isPending) return <span key={segment.start}>{text}</span>;
        return (
          <span
            className={styles.segment}
            data-branch={top?.mark.colour}
            data-depth={Math.min(under.length, 2)}
            data-inferred={top?.isInferred === true || undefined}
            data-pending={isPending || undefined}
            data-selected={top?.isSelected === true || undefined}
            data-sign={top !== undefined && top.end === segment.end ? top.sign : undefined}
            data-tinted={isTinted || undefined}
            key={segment.start}
          >
            {text}
          </span>
        );
      })}
    </span>
  );
});
