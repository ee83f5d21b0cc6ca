import { type ClipboardEvent, type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from 'react';
import { useText } from '../../lib/text.ts';
import { rowOf } from './line-place.ts';
import type { Desk } from './minutes-desk.ts';
import { join, paste, split, type DraftLine } from './minutes-model.ts';
import mirrored from '../../lib/fields/mirrored.module.css';
import { cx } from '../../ui/cx.ts';
import styles from './editor.module.css';

interface LineFieldProps {
  readonly desk: Desk;
  readonly line: DraftLine;
  readonly label: string;
  readonly lang: string;
  /** The same words, laid out the same way, that the field lies over. */
  readonly wordsRef: RefObject<HTMLParagraphElement | null>;
  /** Takes the caret to the neighbouring line, as far in as `x` where it moves up or down. */
  readonly onLeave: (by: -1 | 1, x: number | null) => void;
}

/** The field of the line that is written in. It lies over the words of the line and grows with them. */
export function LineField({ desk, line, label, lang, wordsRef, onLeave }: LineFieldProps) {
  const say = useText();
  const field = useRef<HTMLTextAreaElement>(null);
  const at = desk.store.use().at;
  const turn = at?.turn;
  useLayoutEffect(() => {
    const place = desk.store.get().at;
    if (place === null || field.current === null) return;
    field.current.focus({ preventScroll: true });
    const caret = Math.min(place.caret, field.current.value.length);
    field.current.setSelectionRange(caret, caret);
    field.current.scrollIntoView({ block: 'nearest' });
  }, [desk, turn]);

  const newId = (): string => crypto.randomUUID();
  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    if (event.nativeEvent.isComposing) return;
    const { selectionStart: start, selectionEnd: end, value } = event.currentTarget;
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
    if (event.key === '@' && isBetweenWords(value, start)) desk.open({ lineId: line.id, kind: 'who' });
    else if (event.key === 'Enter' && isPlain) desk.edit('split', splitHere(start, end));
    else if (!isPlain || start !== end || !leave(event.key, start, value)) return;
    event.preventDefault();
  }
  function splitHere(start: number, end: number) {
    const { draft } = desk.store.get();
    if (start === end) return split(draft, { lineId: line.id, caret: start }, newId());
    desk.type(line.id, `${line.body.slice(0, start)}${line.body.slice(end)}`, start);
    return split(desk.store.get().draft, { lineId: line.id, caret: start }, newId());
  }
  /** Keys that take the caret, or the words, over the edge of the line. False for all others. */
  function leave(key: string, caret: number, value: string): boolean {
    if (key === 'ArrowUp' || key === 'ArrowDown') return leaveByRow(key === 'ArrowUp' ? -1 : 1, caret);
    if (key === 'ArrowLeft' && caret === 0) onLeave(-1, null);
    else if (key === 'ArrowRight' && caret === value.length) onLeave(1, null);
    else if (key === 'Backspace' && caret === 0) desk.edit('join', join(desk.store.get().draft, line.id));
    else if (key === 'Delete' && caret === value.length) desk.edit('join', join(desk.store.get().draft, nextId()));
    else return false;
    return true;
  }
  function nextId(): string {
    const { lines } = desk.store.get().draft;
    return lines[lines.findIndex((one) => one.id === line.id) + 1]?.id ?? '';
  }
  function leaveByRow(by: -1 | 1, caret: number): boolean {
    if (wordsRef.current === null) return false;
    const { isFirst, isLast, x } = rowOf(wordsRef.current, caret);
    if (by === -1 ? !isFirst : !isLast) return false;
    onLeave(by, x);
    return true;
  }
  function onPaste(event: ClipboardEvent<HTMLTextAreaElement>): void {
    const text = event.clipboardData.getData('text/plain');
    if (!/[\r\n]/u.test(text.trim())) return;
    event.preventDefault();
    const { selectionStart: caret, selectionEnd: end } = event.currentTarget;
    desk.edit('paste', paste(desk.store.get().draft, { lineId: line.id, caret, end }, text, newId));
  }

  return (
    <textarea
      aria-label={label}
      className={cx(mirrored.field, styles.field)}
      lang={lang}
      onChange={(event) => desk.type(line.id, event.target.value.replaceAll(/\r?\n/gu, ' '), event.target.selectionStart)}
      onKeyDown={onKeyDown}
      onPaste={onPaste}
      placeholder={say('minutes.placeholder')}
      ref={field}
      rows={1}
      spellCheck
      value={line.body}
    />
  );
}

/** An @ after a letter or a digit belongs to an address; anywhere else it asks who said it. */
function isBetweenWords(value: string, caret: number): boolean {
  return !/[\p{L}\p{N}_]/u.test(value.slice(Math.max(0, caret - 1), caret));
}
