/**
 * Coded segments, one per place in the arrays, sorted by text and then by start. Texts and themes are numbers from 0; offsets as in
 * the text, the end exclusive.
 */
export interface SegmentColumns {
  readonly text: Int32Array;
  readonly theme: Int32Array;
  readonly start: Int32Array;
  readonly end: Int32Array;
}

/** How often themes stand on some of the same words. */
export interface SegmentMeetings {
  /** United segments per theme: overlapping ones of one theme in one text are one, whoever coded them. */
  readonly single: Int32Array;
  /** At `first * themes + second`: united segments of the first that a segment of the second overlaps. */
  readonly touched: Int32Array;
}

/**
 * One sweep over sorted segments: at most one segment per theme is open at a time, so the work grows with the segments and with how
 * many themes are open together, never with pairs of segments.
 * @param themes number of themes
 * @param onMeeting told of each text in which the two meet, possibly more than once
 * @throws RangeError when the segments are not sorted
 */
export function segmentMeetings(
  { text, theme, start, end }: SegmentColumns,
  themes: number,
  onMeeting?: (first: number, second: number, text: number) => void,
): SegmentMeetings {
  const single = new Int32Array(themes);
  const touched = new Int32Array(themes * themes);
  // The last segment of the first theme that was counted as touched by the second, plus one.
  const counted = new Int32Array(themes * themes);
  const openId = new Int32Array(themes);
  const openEnd = new Int32Array(themes);
  const open = new Int32Array(themes);
  let openCount = 0;
  const touch = (first: number, second: number): void => {
    const at = first * themes + second;
    const id = openId[first] ?? 0;
    if (counted[at] === id) return;
    counted[at] = id;
    touched[at] = (touched[at] ?? 0) + 1;
  };
  for (let at = 0; at < text.length; at += 1) {
    const [own, from, here] = [theme[at] ?? 0, start[at] ?? 0, text[at] ?? 0];
    const isSameText = at > 0 && text[at - 1] === here;
    if (at > 0 && (here < (text[at - 1] ?? 0) || (isSameText && from < (start[at - 1] ?? 0))))
      throw new RangeError('Segments must be sorted');
    let kept = 0;
    let isOpen = false;
    for (let place = 0; isSameText && place < openCount; place += 1) {
      const other = open[place] ?? 0;
      if ((openEnd[other] ?? 0) <= from) continue;
      open[kept] = other;
      kept += 1;
      if (other === own) isOpen = true;
    }
    openCount = kept;
    if (isOpen) {
      openEnd[own] = Math.max(openEnd[own] ?? 0, end[at] ?? 0);
      continue;
    }
    single[own] = (single[own] ?? 0) + 1;
    openId[own] = at + 1;
    openEnd[own] = end[at] ?? 0;
    for (let place = 0; place < openCount; place += 1) {
      const other = open[place] ?? 0;
      touch(own, other);
      touch(other, own);
      onMeeting?.(own, other, here);
    }
    open[openCount] = own;
    openCount += 1;
  }
  return { single, touched };
}

/** Segments that both have: of the one that another touches, or the other way round, whichever are fewer. So it never exceeds either. */
export function segmentsOfBoth({ touched }: SegmentMeetings, themes: number, first: number, second: number): number {
  return Math.min(touched[first * themes + second] ?? 0, touched[second * themes + first] ?? 0);
}
