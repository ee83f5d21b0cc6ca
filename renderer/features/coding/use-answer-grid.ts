import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type MouseEvent, type RefObject, useLayoutEffect, useReducer, useRef, useState } from 'react';
import type { CodingId, ThemeId } from '../../../shared/model/ids.ts';
import type { TextRange } from '../../../shared/texts/index.ts';
import { client } from '../../lib/client.ts';
import { notice } from '../../lib/status.ts';
import { useText } from '../../lib/text.ts';
import { selectionIn } from '../../texts/text-selection.ts';
import { inVivoName } from '../texts/index.ts';
import type { AnswerGridProps } from './AnswerGrid.tsx';
import { placeOf } from './row-parts.ts';
import { deedText, useCodingDeeds, type About, type Target } from './use-coding-deeds.ts';
import { useChipMenu } from './use-chip-menu.ts';
import { useCorrection } from './use-correction.ts';
import { useGridKeyboard } from './use-grid-keyboard.ts';
import { pageOf, useGridRows, type GridRows } from './use-grid-rows.ts';
import { useGridSelection } from './use-grid-selection.ts';
import { useGridSuggestions } from './use-grid-suggestions.ts';
import { useFrozenScope } from './use-grid-view.ts';
import { useHeldKeys } from './use-held-keys.ts';
import { useThemeBox } from './use-theme-box.ts';

/** Everything behind the grid: rows in sight, the row under the hand, the selection, deeds and keys. */
export function useAnswerGrid(props: AnswerGridProps, frameRef: RefObject<HTMLDivElement | null>) {
  const { themes, quick, onThemeUsed, onOpenTheme } = props;
  const scope = useFrozenScope(props.scope);
  const say = useText();
  const [current, setCurrent] = useState(0);
  const [visible, setVisible] = useState<readonly [number, number]>([0, 0]);
  const [said, announce] = useState('');
  const boxRef = useRef<HTMLInputElement>(null);
  const textRef = useRef<HTMLSpanElement>(null);
  // The page after the one in hand is fetched before it is needed.
  const rows = useGridRows(scope, props.beside, [visible[0], visible[1], current, current + aheadRows]);
  const row = rows.rowAt(current);
  const selection = useGridSelection(rows);
  const correction = useCorrection();
  const pages = [...new Set([...visible, current].map(pageOf))];
  const suggestionsFor = useGridSuggestions(scope.projectId, rows, pages);

  const headHeight = useHeadHeight(frameRef, rows.total > 0);
  // oxlint-disable-next-line react/incompatible-library -- its functions are called, never memoised
  const virtualizer = useVirtualizer({
    count: Math.ceil(rows.total / blockRows),
    getScrollElement: () => frameRef.current,
    estimateSize: (block) => rowsOfBlock(block, rows.total).length * rowHeight,
    overscan: 1,
    indexAttribute: 'data-block',
    scrollMargin: headHeight,
    // The row under the hand stays in the page when it is scrolled out of sight, and so focus stays with it.
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), ...(current < rows.total ? [blockOf(current)] : [])])].toSorted((a, b) => a - b),
    onChange: ({ range }) => {
      if (range === null) return;
      const [first, last] = [range.startIndex * blockRows, Math.min(rows.total, (range.endIndex + 1) * blockRows) - 1];
      if (pageOf(first) !== pageOf(visible[0]) || pageOf(last) !== pageOf(visible[1])) setVisible([first, last]);
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
  // Keys pressed while the next row is still being looked up belong to that row.
  const held = useHeldKeys(frameRef);
  const [, drawAgain] = useReducer((times: number) => times + 1, 0);
  useLayoutEffect(() => {
    if (movedTo.current !== current || rowElement(frameRef.current, current) === null) return;
    movedTo.current = null;
    rowElement(frameRef.current, current)?.scrollIntoView({ block: 'nearest' });
    focusRow();
    held.letGo();
  });
  // The row grows when the box opens in it; all of it stays in sight.
  useLayoutEffect(() => {
    if (box.state.isOpen) rowElement(frameRef.current, current)?.scrollIntoView({ block: 'nearest' });
  }, [box.state.isOpen, current, frameRef]);
  const goTo = (index: number): void => {
    const next = Math.max(0, Math.min(rows.total - 1, index));
    movedTo.current = next;
    setCurrent(next);
    // Focus follows also where the row is in hand already.
    drawAgain();
  };

  const deeds = useCodingDeeds({
    nameOf: themes.nameOf,
    patch: rows.patch,
    readAnew: rows.readAnew,
    announce,
    left: () => props.counts.answered - props.counts.coded,
    numberOf: () => rows.rowAt(current)?.question?.number ?? '',
  });
  const chipMenu = useChipMenu(deeds, { onOpenTheme, onAbout: (codingIds) => box.askAbout(codingIds), focusRow });
  const own = row === undefined ? null : placeOf(row);
  const target = (range?: TextRange): Target => ({
    places: selection.places.size > 0 && range === undefined ? [...selection.places.values()] : own === null ? [] : [own],
    range: range === undefined ? undefined : { start: range.start + (own?.range?.start ?? 0), end: range.end + (own?.range?.start ?? 0) },
    read: () => deedText(rows.rowAt(current)),
  });
  const put = (themeId: ThemeId, range?: TextRange): void => {
    deeds.put(target(range), themeId);
    onThemeUsed(themeId);
  };
  const findNext = (direction: 1 | -1, needs: 'uncoded' | 'attention'): void => {
    const near = needs === 'uncoded' ? nearRow(rows, current, direction) : 'unknown';
    if (typeof near === 'number') return goTo(near);
    if (near === 'none') return notice.set({ text: say('coding.said.noMore'), tone: 'neutral' });
    held.hold();
    return deeds.then(async () => {
      const { index } = await client.coding
        .nextRow({ ...scope, from: current, direction: direction === 1 ? 'down' : 'up', needs })
        .catch(() => ({ index: null }));
      if (index !== null) return goTo(index);
      notice.set({ text: say('coding.said.noMore'), tone: 'neutral' });
      held.letGo();
      return undefined;
    });
  };
  const decide = (deed: 'accept' | 'reject', place: number): void => {
    const suggestion = row?.range === null ? suggestionsFor(row.textId)[place] : undefined;
    if (row?.textId == null || suggestion === undefined) return notice.set({ text: say('coding.said.noSuggestion'), tone: 'neutral' });
    if (deed === 'accept') onThemeUsed(suggestion.themeId);
    return deeds[deed](row.textId, suggestion.themeId);
  };

  const onKeyDown = useGridKeyboard({
    body: row?.body ?? '',
    language: row?.language ?? 'nb',
    target,
    deeds,
    quick,
    textRef,
    onInVivo: (range) => {
      if (box.find(range)) box.setText(inVivoName((row?.body ?? '').slice(range.start, range.end)));
    },
    onFind: (range) => {
      if (target().places.length > 0) return box.find(range);
      notice.set({ text: say('coding.said.noAnswer'), tone: 'neutral' });
      return false;
    },
    onMove: (to) => {
      selection.letGo();
      goTo('by' in to ? current + to.by : to.at === 'start' ? 0 : rows.total - 1);
    },
    onNext: findNext,
    onExtend: (by) => {
      const to = Math.max(0, Math.min(rows.total - 1, current + by));
      selection.extendTo(current, to);
      goTo(to);
    },
    onSelectAll: () =>
      deeds.then(async () => {
        const { places, total } = await client.coding.places(scope);
        selection.set(places, total);
      }),
    onClearSelection: () => {
      selection.clear();
      return selection.places.size > 0;
    },
    onReason: box.askReason,
    onAbout: (codingIds) => box.askAbout(codingIds),
    onMemo: (codingId) => (own === null ? undefined : box.askMemo(codingId)),
    onChipMenu: chipMenu.open,
    onAccept: (place) => decide('accept', place),
    onReject: () => decide('reject', 0),
    onCorrect: (caret) => {
      if (row !== undefined) void correction.begin(row, caret);
    },
    onNoQuick: (digit) => notice.set({ text: say('coding.said.noQuick', { digit }), tone: 'neutral' }),
    onOpenTheme,
    focusRow,
  });

  return {
    rows,
    current,
    selection,
    said,
    box: box.state,
    textRef,
    boxRef,
    focusRow,
    onKeyDown,
    put,
    chipMenu,
    suggestionsFor,
    onAccept: deeds.accept,
    onReject: deeds.reject,
    correction: row !== undefined && correction.open?.rowId === row.id ? correction.open : null,
    onCorrected: (isChanged: boolean, returnsFocus: boolean) => {
      correction.close();
      if (isChanged) rows.readAnew();
      // Paragraphs lie elsewhere in the text now: what was selected by its place would be other words.
      if (isChanged && row?.range !== null) selection.clear();
      // The words are there again once this has been drawn.
      if (returnsFocus) setTimeout(focusRow);
    },
    measure: virtualizer.measureElement,
    blocks: virtualizer.getVirtualItems().map(({ index, start }) => ({ index, start, rows: rowsOfBlock(index, rows.total) })),
    headHeight,
    height: virtualizer.getTotalSize(),
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
      box.closeLine();
      if (codingId !== null && reason.trim() !== '') deeds.giveReason(codingId, reason);
      if (returnsFocus) focusRow();
    },
    onAbout: (about: About) => {
      const { aboutFor } = box.state;
      box.closeLine();
      if (aboutFor === 'last' || aboutFor === null) deeds.about(target(), about);
      else deeds.setAbout(aboutFor, about);
      focusRow();
    },
    onLineClose: (returnsFocus: boolean) => {
      box.closeLine();
      if (returnsFocus) focusRow();
    },
    onClick: (event: MouseEvent): void => {
      const at = event.target instanceof HTMLElement ? event.target : null;
      const link = at?.closest<HTMLElement>('[data-open]');
      // With a modifier the browser opens it elsewhere.
      if (link != null && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
        event.preventDefault();
        return props.onOpenText(link.dataset['open'] ?? '', link.dataset['at']);
      }
      const index = at?.closest<HTMLElement>('[data-index]')?.dataset['index'];
      if (at === null || index === undefined || at.closest('[role="combobox"], [role="listbox"], textarea, button') !== null) return;
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

/** So many rows are placed together: of 100,000 placed one by one, all would be placed anew whenever one turns out higher than thought. */
const blockRows = 8;
/** Pixels of most rows. */
const rowHeight = 58;

function blockOf(index: number): number {
  return Math.floor(index / blockRows);
}

function rowsOfBlock(block: number, total: number): number[] {
  const first = block * blockRows;
  return Array.from({ length: Math.max(0, Math.min(blockRows, total - first)) }, (_, at) => first + at);
}

/** So many rows before its end the next page is fetched. */
const aheadRows = 100;

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

/** The next row without theme or reading, as far as rows are here; 'unknown' where they are not. */
function nearRow(rows: GridRows, from: number, direction: 1 | -1): number | 'none' | 'unknown' {
  for (let index = from + direction; index >= 0 && index < rows.total; index += direction) {
    const row = rows.rowAt(index);
    if (row === undefined) return 'unknown';
    if (row.textId !== null && row.codings.length === 0 && row.reading === null) return index;
  }
  return 'none';
}
