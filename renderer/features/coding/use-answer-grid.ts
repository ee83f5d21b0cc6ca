import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type MouseEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { GridRow } from '../../../shared/contract/coding.ts';
import type { CodingId, TextId, ThemeId } from '../../../shared/model/ids.ts';
import type { TextRange } from '../../../shared/texts/index.ts';
import { client } from '../../lib/client.ts';
import { notice } from '../../lib/status.ts';
import { useText } from '../../lib/text.ts';
import { selectionIn } from '../../texts/text-selection.ts';
import type { AnswerGridProps } from './AnswerGrid.tsx';
import { deedText, useCodingDeeds, type Target } from './use-coding-deeds.ts';
import { useGridKeyboard } from './use-grid-keyboard.ts';
import { useGridRows, type GridRows } from './use-grid-rows.ts';
import { useFrozenScope } from './use-grid-view.ts';
import { useThemeBox } from './use-theme-box.ts';

/** Everything behind the answer grid: rows in sight, the row under the hand, the selection, deeds and keys. */
export function useAnswerGrid(props: AnswerGridProps, frameRef: RefObject<HTMLDivElement | null>) {
  const { question, themes, quick, onThemeUsed, onOpenTheme } = props;
  const scope = useFrozenScope(props.scope);
  const say = useText();
  const [current, setCurrent] = useState(0);
  const [visible, setVisible] = useState<readonly [number, number]>([0, 0]);
  const [selection, setSelection] = useState<ReadonlySet<TextId>>(new Set());
  const [said, announce] = useState('');
  const anchor = useRef<number | null>(null);
  const boxRef = useRef<HTMLInputElement>(null);
  const textRef = useRef<HTMLSpanElement>(null);
  const rows = useGridRows(scope, [visible[0], visible[1], current]);
  const row = rows.rowAt(current);

  const headHeight = useHeadHeight(frameRef, rows.total > 0);
  // oxlint-disable-next-line react/incompatible-library -- its functions are called, never memoised
  const virtualizer = useVirtualizer({
    count: rows.total,
    getScrollElement: () => frameRef.current,
    estimateSize: () => 58,
    overscan: 6,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    scrollPaddingEnd: 8,
    // The row under the hand stays in the page when it is scrolled out of sight, and so focus stays with it.
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), ...(current < rows.total ? [current] : [])])].toSorted((a, b) => a - b),
    onChange: ({ range }) => {
      if (range !== null && (pageOf(range.startIndex) !== pageOf(visible[0]) || pageOf(range.endIndex) !== pageOf(visible[1])))
        setVisible([range.startIndex, range.endIndex]);
    },
  });
  const focusRow = (): void => rowElement(frameRef.current, current)?.focus({ preventScroll: true });
  const box = useThemeBox({
    boxRef,
    frameRef,
    rowKey: row?.id ?? '',
    goBack: (wasReading) => (wasReading ? textRef.current?.focus({ preventScroll: true }) : focusRow()),
  });
  // Where focus has yet to follow: at first the first row, on a new screen the hand is on it.
  const movedTo = useRef<number | null>(0);
  // Letters typed while the next row is still being looked up: they belong to that row. Null when none is looked up.
  const early = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (movedTo.current !== current || rowElement(frameRef.current, current) === null) return;
    movedTo.current = null;
    virtualizer.scrollToIndex(current, { align: 'auto' });
    focusRow();
    const letters = early.current ?? '';
    early.current = null;
    if (letters !== '' && box.find(undefined)) box.setText(letters);
  });
  // The row grows when the box opens in it; all of it stays in sight.
  useLayoutEffect(() => {
    if (box.state.isOpen) rowElement(frameRef.current, current)?.scrollIntoView({ block: 'nearest' });
  }, [box.state.isOpen, current, frameRef]);
  const goTo = (index: number): void => {
    const next = Math.max(0, Math.min(rows.total - 1, index));
    movedTo.current = next;
    setCurrent(next);
  };

  const deeds = useCodingDeeds({
    nameOf: themes.nameOf,
    patch: rows.patch,
    announce,
    left: () => question.answered - question.coded,
    questionNumber: question.number,
  });
  const target = (range?: TextRange): Target => ({
    textIds: selection.size > 0 && range === undefined ? [...selection] : row?.textId == null ? [] : [row.textId],
    range,
    read: () => deedText(rows.rowAt(current)),
  });
  const put = (themeId: ThemeId, range?: TextRange): void => {
    deeds.put(target(range), themeId);
    onThemeUsed(themeId);
  };
  const findNext = (direction: 1 | -1, needs: 'uncoded' | 'attention'): void => {
    const near = nearRow(rows, current, direction, needs);
    if (typeof near === 'number') return goTo(near);
    if (near === 'none') return notice.set({ text: say('coding.said.noMore'), tone: 'neutral' });
    early.current = '';
    return deeds.then(async () => {
      const { index } = await client.coding
        .nextRow({ ...scope, from: current, direction: direction === 1 ? 'down' : 'up', needs })
        .catch(() => ({ index: null }));
      if (index === null || index === current) early.current = null;
      if (index === null) notice.set({ text: say('coding.said.noMore'), tone: 'neutral' });
      else goTo(index);
    });
  };
  const extend = (by: 1 | -1): void => {
    anchor.current ??= current;
    const to = Math.max(0, Math.min(rows.total - 1, current + by));
    setSelection(new Set(idsBetween(rows, anchor.current, to)));
    goTo(to);
  };
  const clearSelection = (): void => {
    anchor.current = null;
    setSelection(new Set());
  };
  const selectAll = (): void =>
    deeds.then(async () => {
      const { textIds } = await client.coding.textIds(scope);
      setSelection(new Set(textIds));
    });

  const onKeyDown = useGridKeyboard({
    body: row?.body ?? '',
    language: row?.language ?? 'nb',
    target,
    deeds,
    quick,
    textRef,
    onFind: (range, letter) => {
      if (early.current !== null) {
        early.current += letter;
        return false;
      }
      if (target().textIds.length > 0) return box.find(range);
      notice.set({ text: say('coding.said.noAnswer'), tone: 'neutral' });
      return false;
    },
    onMove: (to) => {
      clearAnchor(anchor);
      goTo('by' in to ? current + to.by : to.at === 'start' ? 0 : rows.total - 1);
    },
    onNext: findNext,
    onExtend: extend,
    onSelectAll: selectAll,
    onClearSelection: () => {
      const had = selection.size > 0;
      clearSelection();
      return had;
    },
    onReason: box.askReason,
    onNoQuick: (digit) => notice.set({ text: say('coding.said.noQuick', { digit }), tone: 'neutral' }),
    onOpenTheme,
    focusRow,
  });

  return {
    rows,
    current,
    selection,
    clearSelection,
    said,
    box: box.state,
    textRef,
    boxRef,
    focusRow,
    onKeyDown,
    put,
    measure: virtualizer.measureElement,
    items: virtualizer.getVirtualItems(),
    headHeight,
    height: virtualizer.getTotalSize(),
    isSelected: (index: number) => selection.size > 0 && isIn(selection, rows.rowAt(index)),
    onBoxOpen: box.open,
    onBoxClose: box.close,
    onBoxText: box.setText,
    onChoose: (themeId: ThemeId, keepsOpen: boolean) => {
      put(themeId, box.state.pending ?? undefined);
      box.settle(keepsOpen);
    },
    onCreate: (term: string, isWantedAnyway: boolean, keepsOpen: boolean) => {
      deeds.create(target(box.state.pending ?? undefined), term, isWantedAnyway);
      box.settle(keepsOpen);
    },
    onReasonDone: (reason: string, returnsFocus: boolean) => {
      const codingId: CodingId | null = box.state.reasonFor;
      box.closeReason();
      if (codingId !== null && reason.trim() !== '') deeds.giveReason(codingId, reason);
      if (returnsFocus) focusRow();
    },
    onClick: (event: MouseEvent) => {
      const at = event.target instanceof HTMLElement ? event.target : null;
      const index = at?.closest<HTMLElement>('[data-index]')?.dataset['index'];
      if (at === null || index === undefined || at.closest('[role="combobox"], [role="listbox"]') !== null) return;
      if (Number(index) !== current) setCurrent(Number(index));
      const chip = at.closest<HTMLElement>('[data-chip]');
      const text = at.closest<HTMLElement>('[lang]');
      const words = text === null ? null : selectionIn(text);
      // Selected words keep the focus in the text; any other click takes the row in hand.
      if (words !== null && words.end > words.start) return;
      (chip ?? at.closest<HTMLElement>('[data-index]'))?.focus({ preventScroll: true });
    },
  } as const;
}

/** Height in px of the head that stands over the rows. */
function useHeadHeight(frameRef: RefObject<HTMLElement | null>, isShown: boolean): number {
  const [height, setHeight] = useState(33);
  useLayoutEffect(() => {
    const head = frameRef.current?.querySelector<HTMLElement>('[data-head]');
    if (isShown && head != null) setHeight(head.offsetHeight);
  }, [frameRef, isShown]);
  return height;
}

function rowElement(frame: HTMLElement | null, index: number): HTMLElement | null {
  return frame?.querySelector<HTMLElement>(`[data-index="${index}"]`) ?? null;
}

function pageOf(index: number): number {
  return Math.floor(index / 200);
}

function clearAnchor(anchor: { current: number | null }): void {
  anchor.current = null;
}

function isIn(selection: ReadonlySet<TextId>, row: GridRow | undefined): boolean {
  return row?.textId != null && selection.has(row.textId);
}

function idsBetween(rows: GridRows, a: number, b: number): TextId[] {
  const ids: TextId[] = [];
  for (let index = Math.min(a, b); index <= Math.max(a, b); index += 1) {
    const textId = rows.rowAt(index)?.textId;
    if (textId != null) ids.push(textId);
  }
  return ids;
}

/** The next row that needs somebody, as far as rows are here; 'unknown' where they are not. */
function nearRow(rows: GridRows, from: number, direction: 1 | -1, needs: 'uncoded' | 'attention'): number | 'none' | 'unknown' {
  for (let index = from + direction; index >= 0 && index < rows.total; index += direction) {
    const row = rows.rowAt(index);
    if (row === undefined) return 'unknown';
    const isUncoded = row.textId !== null && row.codings.length === 0 && row.reading === null;
    if (isUncoded || (needs === 'attention' && row.codings.some((coding) => coding.isDoubtful))) return index;
  }
  return 'none';
}
