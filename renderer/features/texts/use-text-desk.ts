import { useQuery } from '@tanstack/react-query';
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Coding } from '../../../shared/contract/coding.ts';
import type { TextView } from '../../../shared/contract/texts.ts';
import type { ProjectId, ThemeId } from '../../../shared/model/ids.ts';
import { isRange, rangeAt, sentencesNear, trimmed, type TextRange } from '../../../shared/texts/index.ts';
import { orpc } from '../../lib/client.ts';
import { notice } from '../../lib/status.ts';
import { useText } from '../../lib/text.ts';
import { caretRect, placeOf, select, selectionIn } from '../../texts/text-selection.ts';
import { useThemes } from '../themes/index.ts';
import { inVivoName } from './in-vivo-name.ts';
import { movedEdge } from './moved-edge.ts';
import { neighbour, type TextIndex } from './text-index.ts';
import { useDrawnThemes } from './use-drawn-themes.ts';
import { useTextDeeds } from './use-text-deeds.ts';

interface Box {
  readonly isOpen: boolean;
  readonly text: string;
  readonly pending: TextRange | null;
  /** Where the box stands in the text, in px from the region's top. */
  readonly top: number;
}
const closedBox: Box = { isOpen: false, text: '', pending: null, top: 0 };

interface DeskOptions {
  readonly projectId: ProjectId;
  readonly view: TextView;
  readonly index: TextIndex;
  readonly regionRef: RefObject<HTMLElement | null>;
  /** Brings a place of the text into the window, and then does something there. */
  readonly show: (offset: number, then?: () => void) => void;
}

export type Desk = ReturnType<typeof useTextDesk>;

/** What is chosen and open in the text view, and what can be done with it. */
export function useTextDesk({ projectId, view, index, regionRef, show }: DeskOptions) {
  const { body, language } = view;
  const say = useText();
  const { themes } = useThemes(projectId);
  const drawnThemes = useDrawnThemes(themes);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [box, setBox] = useState<Box>(closedBox);
  const [said, announce] = useState('');
  const [edge, setEdge] = useState<'start' | 'end'>('end');
  /** The coding that new words are being chosen for. */
  const [choosingFor, setChoosingFor] = useState<Coding | null>(null);
  const boxRef = useRef<HTMLInputElement>(null);
  const quickList = useQuery(orpc.coding.quickThemes.queryOptions({ input: { projectId } })).data?.quickThemes;
  const quick = useMemo(() => new Map<number, ThemeId>((quickList ?? []).map((one) => [one.digit, one.themeId])), [quickList]);
  const chosen = chosenId === null ? undefined : view.codings.find((coding) => coding.id === chosenId);
  const deeds = useTextDeeds({ view, nameOf: themes.nameOf, announce });

  const focusText = (): void => regionRef.current?.focus({ preventScroll: true });
  /** What is selected, else the sentence under the caret. */
  const wordsAtHand = (): TextRange | undefined => {
    const selected = regionRef.current === null ? null : selectionIn(regionRef.current);
    if (selected === null) return undefined;
    return trimmed(body, selected) ?? rangeAt(sentencesNear(body, language, selected), selected.start) ?? undefined;
  };
  const openBox = (range: TextRange | undefined, text: string): void => {
    const region = regionRef.current;
    if (region === null) return;
    const end = placeOf(region, range?.end ?? 0);
    const rect = caretRect(end.node, end.offset);
    const top = rect === null ? 0 : rect.bottom - region.getBoundingClientRect().top + 6;
    setBox((old) => ({ isOpen: true, text: text === '' ? old.text : text, pending: range ?? null, top }));
    boxRef.current?.focus({ preventScroll: true });
  };
  const inVivo = (): void => {
    const range = wordsAtHand();
    if (range === undefined) return;
    openBox(range, inVivoName(body.slice(range.start, range.end)));
    requestAnimationFrame(() => boxRef.current?.select());
  };
  const choose = (coding: Coding, focusesLane: boolean): void => {
    setChosenId(coding.id);
    setEdge('end');
    if (focusesLane) show(coding.start, () => regionRef.current?.querySelector<HTMLElement>(`[data-lane="${coding.id}"]`)?.focus());
  };
  // The same function for as long as the text is open: paragraphs are drawn again only for what concerns them.
  const viewRef = useRef(view);
  useEffect(() => {
    viewRef.current = view;
  }, [view]);
  const chooseById = useCallback((id: string): void => {
    if (viewRef.current.codings.some((coding) => coding.id === id)) setChosenId(id);
    setEdge('end');
  }, []);
  const step = (by: 1 | -1): void => {
    const isOnLane = document.activeElement instanceof HTMLElement && document.activeElement.dataset['lane'] !== undefined;
    // From the words, the one just put is the next to go to.
    const next = chosen !== undefined && !isOnLane ? chosen : neighbour(index, chosen, by);
    if (next === undefined) notice.set({ text: say('coding.said.noMore'), tone: 'neutral' });
    else choose(next, true);
  };
  const remove = (coding: Coding): void => {
    const next = neighbour(index, coding, 1) ?? neighbour(index, coding, -1);
    deeds.remove(coding);
    if (next === undefined) focusText();
    else choose(next, true);
  };
  const setRange = (coding: Coding, range: TextRange): void => {
    if (!isRange(body, range)) return;
    announce(say('coding.text.edge', { edge, count: range.end - range.start }));
    deeds.setRange(coding, range);
  };
  const settle = (keepsOpen: boolean): void => {
    const { pending } = box;
    setBox((old) => (keepsOpen ? { ...old, text: '' } : closedBox));
    if (keepsOpen) return;
    focusText();
    if (regionRef.current !== null && pending !== null) select(regionRef.current, { start: pending.end, end: pending.end });
  };

  return {
    themes,
    drawnThemes,
    quick,
    chosen,
    chosenId,
    setChosenId,
    box,
    boxRef,
    said,
    deeds,
    choosingFor,
    setChoosingFor,
    wordsAtHand,
    openBox,
    inVivo,
    choose,
    chooseById,
    step,
    remove,
    setRange,
    focusText,
    /** Names the edge that keys will move. */
    takeEdge: (coding: Coding, which: 'start' | 'end') => {
      setEdge(which);
      announce(say('coding.text.edge', { edge: which, count: coding.end - coding.start }));
    },
    moveEdge: (coding: Coding, by: 1 | -1, isWord: boolean) => setRange(coding, movedEdge(body, language, coding, edge, by, isWord)),
    boxProps: {
      onTextChange: (text: string) => setBox((old) => ({ ...old, text })),
      onOpen: () => setBox((old) => (old.isOpen ? old : { ...old, isOpen: true })),
      onClose: () => {
        const hasFocus = document.activeElement === boxRef.current;
        setBox((old) => ({ ...closedBox, text: old.text }));
        if (hasFocus) focusText();
      },
      onChoose: (themeId: ThemeId, keepsOpen: boolean) => {
        if (box.pending !== null) deeds.put(box.pending, themeId, setChosenId);
        settle(keepsOpen);
      },
      onCreate: (term: string, isWantedAnyway: boolean, keepsOpen: boolean) => {
        if (box.pending !== null) deeds.create(box.pending, term, isWantedAnyway, setChosenId);
        settle(keepsOpen);
      },
    },
  };
}
