import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { useCommand } from '../../../lib/commands.tsx';
import mirrored from '../../../lib/fields/mirrored.module.css';
import { useText } from '../../../lib/text.ts';
import { cx } from '../../../ui/cx.ts';
import { levelOf, type DraftBlock } from './blocks-model.ts';
import type { BuilderDesk } from './builder-desk.ts';
import type { Referable } from './document-index.ts';
import { isOnEdgeRow } from './field-place.ts';
import { LinkStrip } from './LinkStrip.tsx';
import { matchingReferences, shownReferences, storedReferences } from './reference-names.ts';
import { ReferenceList } from './ReferenceList.tsx';
import { linkEdit, listEdit, openReference, wrapEdit, type FieldEdit, type Marked } from './text-edits.ts';
import styles from './writing.module.css';
import type { WritingDeeds } from './writing-deeds.ts';

interface BlockFieldProps {
  readonly desk: BuilderDesk;
  readonly block: DraftBlock;
  readonly label: string;
  readonly lang: string;
  readonly placeholder: string;
  readonly referables: readonly Referable[];
  readonly deeds: WritingDeeds;
}

/** What a field holds and what is marked in it. */
function markedIn(field: HTMLTextAreaElement): Marked {
  return { text: field.value, start: field.selectionStart, end: field.selectionEnd };
}

/** Writes as a hand would, so that the field's own undo knows it. */
function carryOut(field: HTMLTextAreaElement, { from, to, words, start, end }: FieldEdit): void {
  field.focus({ preventScroll: true });
  field.setSelectionRange(from, to);
  if (words === '') document.execCommand('delete');
  else document.execCommand('insertText', false, words);
  field.setSelectionRange(start, end);
}

/** The words of a block being written, with their marks, in the place and the measure they will have. */
export function BlockField({ desk, block, label, lang, placeholder, referables, deeds }: BlockFieldProps) {
  const say = useText();
  const field = useRef<HTMLTextAreaElement>(null);
  const mirror = useRef<HTMLParagraphElement>(null);
  // What things were called when the writing began: a table that gets another number meanwhile must not change what is under the hand.
  const [names, setNames] = useState(referables);
  const [reference, setReference] = useState<{ readonly from: number; readonly letters: string; readonly at: number } | null>(null);
  const [isLinking, setLinking] = useState(false);
  const text = shownReferences(block.body, names);
  const turn = desk.store.use().writing?.turn;
  useLayoutEffect(() => {
    const place = desk.store.get().writing;
    const element = field.current;
    if (place === null || element === null) return;
    element.focus({ preventScroll: true });
    const caret = place.caret === 'end' ? element.value.length : Math.min(place.caret, element.value.length);
    element.setSelectionRange(caret, caret);
    element.scrollIntoView({ block: 'nearest' });
  }, [desk, turn]);

  const edit = (change: FieldEdit): void => (field.current === null ? undefined : carryOut(field.current, change));
  const here = (): Marked => (field.current === null ? { text, start: text.length, end: text.length } : markedIn(field.current));
  const isText = block.kind === 'text';
  useCommand('report.bold', () => edit(wrapEdit(here(), '**')), isText);
  useCommand('report.italic', () => edit(wrapEdit(here(), '_')), isText);
  useCommand('report.link', () => setLinking(true), isText);
  useCommand('report.insertHere', () => deeds.insertHere(here(), (words) => storedReferences(words, names)));
  const hits = reference === null ? [] : matchingReferences(referables, reference.letters).slice(0, 8);

  function take(found: Referable): void {
    if (reference === null || field.current === null) return;
    setNames((known) => [...known.filter(({ name }) => name !== found.name), found]);
    const words = `[[${found.name}]]`;
    const to = field.current.selectionStart;
    const close = field.current.value.startsWith(']]', to) ? 2 : 0;
    const end = reference.from + words.length;
    setReference(null);
    edit({ from: reference.from, to: to + close, words, start: end, end });
  }

  function onChange(element: HTMLTextAreaElement): void {
    const marked = markedIn(element);
    const open = isText ? openReference(marked) : null;
    setReference(open === null ? null : { ...open, at: 0 });
    deeds.typed(block, storedReferences(element.value, names));
  }

  function onReferenceKey(event: KeyboardEvent): boolean {
    if (reference === null || hits.length === 0) return false;
    const found = hits[reference.at];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setReference({ ...reference, at: (reference.at + step + hits.length) % hits.length });
    } else if (event.key === 'Enter' && found !== undefined) take(found);
    else if (event.key === 'Escape') setReference(null);
    else return false;
    return true;
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    if (event.nativeEvent.isComposing) return;
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
    const isTaken = onReferenceKey(event) || (isPlain && onPlainKey(event.key, event.currentTarget));
    if (!isTaken) return;
    event.preventDefault();
    event.stopPropagation();
  }

  function onPlainKey(key: string, element: HTMLTextAreaElement): boolean {
    const marked = markedIn(element);
    if (key === 'Escape') desk.choose(block.id);
    else if (key === 'Enter') {
      const list = isText ? listEdit(marked) : null;
      if (list !== null) edit(list);
      else return deeds.enter(block, marked, (words) => storedReferences(words, names));
    } else if (key === 'Backspace' && marked.start === 0 && marked.end === 0) return deeds.backspace(block);
    else if (key === 'ArrowUp' || key === 'ArrowDown') {
      const edge = key === 'ArrowUp' ? 'first' : 'last';
      if (marked.start !== marked.end || mirror.current === null || !isOnEdgeRow(mirror.current, marked.start, edge)) return false;
      return deeds.leave(block, key === 'ArrowUp' ? -1 : 1);
    } else return false;
    return true;
  }

  return (
    <div className={styles.writing} data-kind={block.kind} data-level={levelOf(block)}>
      <div className={mirrored.mirrored}>
        <p aria-hidden className={cx(mirrored.mirror, styles.mirror)} lang={lang} ref={mirror}>
          {text === '' || text.endsWith('\n') ? `${text}\u200B` : text}
        </p>
        <textarea
          aria-label={label}
          className={cx(mirrored.field, styles.field)}
          lang={lang}
          onBlur={() => void desk.flush()}
          onChange={(event) => onChange(event.currentTarget)}
          onKeyDown={onKeyDown}
          placeholder={placeholder}
          ref={field}
          rows={1}
          spellCheck
          value={text}
        />
      </div>
      {reference === null || hits.length === 0 ? null : (
        <ReferenceList at={reference.at} hits={hits} label={say('reports.ref.title')} onTake={take} />
      )}
      {isLinking ? (
        <LinkStrip
          onClose={(href) => {
            setLinking(false);
            const marked = here();
            if (href === null) field.current?.focus();
            else edit(linkEdit(marked, href, say('reports.link.words')));
          }}
        />
      ) : null}
    </div>
  );
}
