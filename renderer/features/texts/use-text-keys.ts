import type { KeyboardEvent, RefObject } from 'react';
import type { Coding, Polarity } from '../../../shared/contract/coding.ts';
import type { TextView } from '../../../shared/contract/texts.ts';
import { grow } from '../../../shared/texts/index.ts';
import { hasCaret, isCommand } from '../../lib/commands.tsx';
import { platform } from '../../lib/platform.ts';
import { notice } from '../../lib/status.ts';
import { useText } from '../../lib/text.ts';
import { caretMove, moveCaret, select, selectionIn, type CaretMove } from '../../texts/text-selection.ts';
import { gridKey, type GridKey } from '../coding/index.ts';
import type { Desk } from './use-text-desk.ts';

interface KeyOptions {
  readonly view: TextView;
  readonly desk: Desk;
  readonly regionRef: RefObject<HTMLElement | null>;
  readonly correct: () => void;
  readonly writeMemo: () => void;
  /** Keeps the caret in the window, and takes it to the beginning or the end of the text. */
  readonly follow: (move: CaretMove) => boolean;
}

/** Keys of the text view: the reading caret, what is put on words, and the edges of a lane. */
export function useTextKeys({ view, desk, regionRef, correct, writeMemo, follow }: KeyOptions) {
  const say = useText();
  const { deeds } = desk;
  const last = (): Coding | undefined => desk.chosen ?? view.codings.findLast((coding) => coding.isMine) ?? view.codings.at(-1);

  /** Keys on a lane button: edges, removal, back to the text. */
  function laneKey(event: KeyboardEvent, coding: Coding): boolean {
    if (event.key === 'Home' || event.key === 'End') desk.takeEdge(coding, event.key === 'Home' ? 'start' : 'end');
    else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight')
      desk.moveEdge(coding, event.key === 'ArrowRight' ? 1 : -1, event.ctrlKey || event.metaKey);
    else if (event.key === 'Delete') desk.remove(coding);
    else if (event.key === 'Escape') desk.focusText();
    else return false;
    desk.setChosenId(coding.id);
    return true;
  }
  function textKey(event: KeyboardEvent, region: HTMLElement): boolean {
    const move = caretMove(event, platform);
    if (isCommand(event.nativeEvent, 'text.grow'))
      select(region, grow(view.body, view.language, selectionIn(region) ?? { start: 0, end: 0 }));
    else if (desk.choosingFor !== null && (event.key === 'Enter' || event.key === 'Escape')) chooseAgain(event.key === 'Enter');
    else if (isCommand(event.nativeEvent, 'text.theme')) desk.inVivo();
    else if (move !== null) {
      if (!follow(move)) moveCaret(region, move);
      desk.setChosenId(null);
    } else return false;
    return true;
  }
  /** The words that a doubtful coding is to stand on. */
  function chooseAgain(isTaken: boolean): void {
    const range = desk.wordsAtHand();
    if (isTaken && range !== undefined && desk.choosingFor !== null) desk.setRange(desk.choosingFor, range);
    desk.setChoosingFor(null);
    notice.set(null);
  }
  function tone(polarity: Polarity): void {
    const coding = last();
    if (coding === undefined) notice.set({ text: say('coding.said.nothingToRemove'), tone: 'neutral' });
    else deeds.setPolarity(coding, coding.polarity === polarity ? null : polarity);
  }
  function quick(digit: number): void {
    const range = desk.wordsAtHand();
    const themeId = desk.quick.get(digit);
    if (themeId === undefined) notice.set({ text: say('coding.said.noQuick', { digit }), tone: 'neutral' });
    else if (range !== undefined) deeds.put(range, themeId, desk.setChosenId);
  }
  function act(pressed: GridKey): boolean {
    const coding = last();
    if (pressed.kind === 'quick') quick(pressed.digit);
    else if (pressed.kind === 'polarity') tone(pressed.polarity);
    else if (pressed.kind === 'inferred' && coding !== undefined) {
      deeds.setCertainty(coding, coding.certainty === 'explicit' ? 'inferred' : 'explicit');
      desk.setChosenId(coding.id);
    } else if (pressed.kind === 'removeLast' && coding !== undefined) deeds.remove(coding);
    else if (pressed.kind === 'noTheme') deeds.noTheme();
    else return false;
    return true;
  }
  return function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const region = regionRef.current;
    if (region === null || !(event.target instanceof HTMLElement) || hasCaret(event.target)) return;
    const laneId = event.target.dataset['lane'];
    const lane = laneId === undefined ? undefined : view.codings.find((coding) => coding.id === laneId);
    const isNext = isCommand(event.nativeEvent, 'text.nextSegment');
    const pressed = gridKey(event.nativeEvent);
    if (isNext || isCommand(event.nativeEvent, 'text.previousSegment')) desk.step(isNext ? 1 : -1);
    else if (isCommand(event.nativeEvent, 'text.correct')) correct();
    else if (isCommand(event.nativeEvent, 'text.memo')) writeMemo();
    else if (lane !== undefined ? laneKey(event, lane) : textKey(event, region)) {
      // Done there.
    } else if (pressed?.kind === 'find' && lane === undefined) {
      // Not prevented: the browser types the character into the box that has focus now.
      desk.openBox(desk.wordsAtHand(), '');
      return;
    } else if (pressed === null || !act(pressed)) return;
    event.preventDefault();
    event.stopPropagation();
  };
}
