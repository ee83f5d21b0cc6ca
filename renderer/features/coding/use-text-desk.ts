import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, type RefObject, useMemo, useRef, useState } from 'react';
import type { Certainty, CodedTextView, Coding, Polarity, TextCodings } from '../../../shared/contract/coding.ts';
import type { ProjectId, ThemeId } from '../../../shared/model/ids.ts';
import { grow, isRange, rangeAt, sentences, trimmed, type TextRange } from '../../../shared/texts/index.ts';
import { client, orpc } from '../../lib/client.ts';
import { hasCaret, isCommand } from '../../lib/commands.tsx';
import { platform } from '../../lib/platform.ts';
import { notice } from '../../lib/status.ts';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { caretMove, caretRect, moveCaret, placeOf, select, selectionIn } from '../../texts/text-selection.ts';
import { useThemes } from '../themes/index.ts';
import { gridKey, type GridKey } from './grid-keys.ts';
import { movedEdge } from './moved-edge.ts';
import { neighbour } from './text-parts.ts';
import { useCodingDeeds, type Target } from './use-coding-deeds.ts';

interface Box {
  readonly isOpen: boolean;
  readonly text: string;
  readonly pending: TextRange | null;
  /** Where the box stands in the text, in px from the region's top. */
  readonly top: number;
}
const closedBox: Box = { isOpen: false, text: '', pending: null, top: 0 };

/** Everything behind the text view: the selection, the segment at hand, deeds and keys. */
export function useTextDesk(projectId: ProjectId, view: CodedTextView, regionRef: RefObject<HTMLElement | null>) {
  const { textId, body, language } = view;
  const say = useText();
  const save = useSave();
  const queryClient = useQueryClient();
  const { themes } = useThemes(projectId);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [box, setBox] = useState<Box>(closedBox);
  const [said, announce] = useState('');
  const [edge, setEdge] = useState<'start' | 'end'>('end');
  const boxRef = useRef<HTMLInputElement>(null);
  const quickList = useQuery(orpc.coding.quickThemes.queryOptions({ input: { projectId } })).data?.quickThemes;
  const quick = useMemo(() => new Map<number, ThemeId>((quickList ?? []).map((one) => [one.digit, one.themeId])), [quickList]);
  const key = orpc.coding.text.queryKey({ input: { textId } });
  const patch = (texts: readonly TextCodings[]): void => {
    const mine = texts.find((text) => text.textId === textId);
    if (mine !== undefined) queryClient.setQueryData(key, (old) => (old === undefined ? undefined : { ...old, ...mine }));
  };
  const known = (): CodedTextView => queryClient.getQueryData(key) ?? view;
  const chosen = view.codings.find((coding) => coding.id === chosenId);
  const deeds = useCodingDeeds({ nameOf: themes.nameOf, patch, announce, left: () => 0, questionNumber: view.answer?.number ?? '' });

  /** The segment at hand, else the last theme put. */
  const target = (range?: TextRange): Target => ({
    textIds: [textId],
    range,
    read: () => {
      const now = known();
      const atHand = now.codings.filter((coding) => coding.id === chosenId);
      return {
        textId,
        code: view.answer?.code ?? '',
        codings: atHand.length > 0 ? atHand : now.codings,
        isDone: now.codings.length > 0 || now.reading !== null,
      };
    },
  });
  const wordsAtHand = (): TextRange | undefined => {
    const region = regionRef.current;
    const selected = region === null ? null : selectionIn(region);
    if (selected === null) return undefined;
    return trimmed(body, selected) ?? rangeAt(sentences(body, language), selected.start) ?? undefined;
  };
  const openBox = (range: TextRange | undefined, text: string): void => {
    const region = regionRef.current;
    if (region === null) return;
    const end = placeOf(region, range?.end ?? 0);
    const rect = caretRect(end.node, end.offset);
    setBox((old) => ({
      isOpen: true,
      text: text === '' ? old.text : text,
      pending: range ?? null,
      top: rect === null ? 0 : rect.bottom - region.getBoundingClientRect().top + 6,
    }));
    boxRef.current?.focus({ preventScroll: true });
  };
  const choose = (codingId: string, focusesLane: boolean): void => {
    setChosenId(codingId);
    setEdge('end');
    if (focusesLane) requestAnimationFrame(() => regionRef.current?.querySelector<HTMLElement>(`[data-lane="${codingId}"]`)?.focus());
  };
  const step = (by: 1 | -1): void => {
    const next = neighbour(view.codings, chosenId, by);
    if (next === undefined) notice.set({ text: say('coding.said.noMore'), tone: 'neutral' });
    else choose(next.id, true);
  };
  const focusText = (): void => regionRef.current?.focus({ preventScroll: true });
  const remove = (coding: Coding): void => {
    const next = neighbour(view.codings, coding.id, 1) ?? neighbour(view.codings, coding.id, -1);
    deeds.remove([coding.id]);
    if (next === undefined) focusText();
    else choose(next.id, true);
  };
  const moveEdge = (coding: Coding, by: 1 | -1, isWord: boolean): void => {
    const range = movedEdge(body, language, coding, edge, by, isWord);
    if (!isRange(body, range)) return;
    announce(say('coding.text.edge', { edge, count: range.end - range.start }));
    deeds.then(async () => {
      const result = await save(() => client.coding.setRange({ codingId: coding.id, range }));
      if (result !== undefined) patch(result.texts);
    });
  };

  /** Keys on a lane button: edges, removal, back to the text. */
  function laneKey(event: KeyboardEvent, coding: Coding): boolean {
    if (event.key === 'Home' || event.key === 'End') {
      const next = event.key === 'Home' ? 'start' : 'end';
      setEdge(next);
      announce(say('coding.text.edge', { edge: next, count: coding.end - coding.start }));
    } else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight')
      moveEdge(coding, event.key === 'ArrowRight' ? 1 : -1, event.ctrlKey || event.metaKey);
    else if (event.key === 'Delete') remove(coding);
    else if (event.key === 'Escape') focusText();
    else return false;
    return true;
  }

  function textKey(event: KeyboardEvent, region: HTMLElement): boolean {
    const move = caretMove(event, platform);
    if (isCommand(event.nativeEvent, 'text.grow')) select(region, grow(body, language, selectionIn(region) ?? { start: 0, end: 0 }));
    else if (isCommand(event.nativeEvent, 'text.theme')) inVivo();
    else if (move !== null) moveCaret(region, move);
    else return false;
    return true;
  }
  function inVivo(): void {
    const range = wordsAtHand();
    if (range !== undefined) openBox(range, body.slice(range.start, range.end).replaceAll(/\s+/gu, ' ').slice(0, 80));
  }
  function act(pressed: GridKey): boolean {
    const range = wordsAtHand();
    if (pressed.kind === 'quick') {
      const themeId = quick.get(pressed.digit);
      if (themeId === undefined) notice.set({ text: say('coding.said.noQuick', { digit: pressed.digit }), tone: 'neutral' });
      else if (range !== undefined) deeds.put(target(range), themeId);
    } else if (pressed.kind === 'polarity') deeds.polarity(target(), pressed.polarity);
    else if (pressed.kind === 'inferred') deeds.certainty(target(), (codingId) => setChosenId(codingId));
    else if (pressed.kind === 'removeLast') deeds.removeLast(target());
    else if (pressed.kind === 'noTheme') deeds.noTheme(target());
    else return false;
    return true;
  }
  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const region = regionRef.current;
    if (region === null || !(event.target instanceof HTMLElement) || hasCaret(event.target)) return;
    const laneId = event.target.dataset['lane'];
    const lane = view.codings.find((coding) => coding.id === laneId);
    const isStep = isCommand(event.nativeEvent, 'text.nextSegment') || isCommand(event.nativeEvent, 'text.previousSegment');
    const pressed = gridKey(event.nativeEvent);
    if (isStep) step(isCommand(event.nativeEvent, 'text.nextSegment') ? 1 : -1);
    else if (lane !== undefined && laneKey(event, lane)) setChosenId(lane.id);
    else if (lane === undefined && textKey(event, region)) setChosenId(null);
    else if (pressed?.kind === 'find' && lane === undefined) {
      // Not prevented: the browser types the character into the box that has focus now.
      openBox(wordsAtHand(), '');
      return;
    } else if (pressed === null || !act(pressed)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  return {
    themes,
    chosen,
    chosenId,
    box,
    boxRef,
    said,
    onKeyDown,
    choose,
    remove,
    setPolarity: (coding: Coding, polarity: Polarity | null) =>
      deeds.then(async () => {
        const result = await save(() => client.coding.setPolarity({ codingIds: [coding.id], polarity }));
        if (result !== undefined) patch(result.texts);
      }),
    setCertainty: (coding: Coding, certainty: Certainty, reason?: string) =>
      deeds.then(async () => {
        const result = await save(() =>
          client.coding.setCertainty({ codingId: coding.id, certainty, ...(reason === undefined ? {} : { reason }) }),
        );
        if (result !== undefined) patch(result.texts);
      }),
    boxProps: {
      onTextChange: (text: string) => setBox((old) => ({ ...old, text })),
      onOpen: () => setBox((old) => (old.isOpen ? old : { ...old, isOpen: true })),
      onClose: () => {
        const hasFocus = document.activeElement === boxRef.current;
        setBox((old) => ({ ...closedBox, text: old.text }));
        if (hasFocus) focusText();
      },
      onChoose: (themeId: ThemeId, keepsOpen: boolean) => {
        deeds.put(target(box.pending ?? undefined), themeId);
        settle(keepsOpen);
      },
      onCreate: (term: string, isWantedAnyway: boolean, keepsOpen: boolean) => {
        deeds.create(target(box.pending ?? undefined), term, isWantedAnyway);
        settle(keepsOpen);
      },
    },
  };

  function settle(keepsOpen: boolean): void {
    const { pending } = box;
    setBox((old) => (keepsOpen ? { ...old, text: '' } : closedBox));
    if (keepsOpen) return;
    focusText();
    const region = regionRef.current;
    if (region !== null && pending !== null) select(region, { start: pending.end, end: pending.end });
  }
}
