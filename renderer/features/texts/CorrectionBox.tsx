import { useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, type RefCallback, useRef, useState } from 'react';
import type { TextView } from '../../../shared/contract/texts.ts';
import type { CodingId, TextId } from '../../../shared/model/ids.ts';
import { mergedText, type TextRange } from '../../../shared/texts/index.ts';
import { client } from '../../lib/client.ts';
import { isCommand } from '../../lib/commands.tsx';
import { notice } from '../../lib/status.ts';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Keycap } from '../../ui/keycap/Keycap.tsx';
import { printedKey } from '../../../shared/commands/keys.ts';
import { platform } from '../../lib/platform.ts';
import { ConflictChoice, type Correction } from './ConflictChoice.tsx';
import styles from './CorrectionBox.module.css';
import { showText } from './use-text-view.ts';

/** What correcting a text needs. */
export interface CorrectionBoxProps {
  readonly text: { readonly textId: TextId; readonly body: string; readonly language: string };
  /** The part that is corrected, in a long text; without it all of it. */
  readonly range?: TextRange;
  /** Where the caret begins, in the whole text. */
  readonly caret?: number;
  /**
   * The correction is in the file, or nothing was changed (null): back to reading. `returnsFocus` is false when something else
   * was gone to. The codings that somebody must look at come along.
   */
  readonly onDone: (result: { readonly text: TextView; readonly doubtful: readonly CodingId[] } | null, returnsFocus: boolean) => void;
}

/**
 * The words of a text, open for correction. Done with Mod+Enter, Esc or by leaving: the correction stays, and undo takes it back with
 * everything that moved.
 */
export function CorrectionBox({ text, range, caret, onDone }: CorrectionBoxProps) {
  const say = useText();
  const save = useSave();
  const queries = useQueryClient();
  const part = range ?? { start: 0, end: text.body.length };
  const [base] = useState(text.body);
  const [typed, setTyped] = useState(() => text.body.slice(part.start, part.end));
  const [conflict, setConflict] = useState<Correction | null>(null);
  const isAtWork = useRef(false);
  const isPlaced = useRef(false);
  const place: RefCallback<HTMLTextAreaElement> = (area) => {
    if (area === null || isPlaced.current) return;
    isPlaced.current = true;
    area.focus();
    const at = Math.max(0, Math.min(typed.length, (caret ?? part.start) - part.start));
    area.setSelectionRange(at, at);
  };

  async function write(body: string, from: string, returnsFocus: boolean): Promise<void> {
    if (body === from) return onDone(null, returnsFocus);
    if (body.trim() === '') return notice.set({ text: say('texts.correct.empty'), tone: 'bad' });
    if (isAtWork.current) return undefined;
    isAtWork.current = true;
    const result = await save(() => client.texts.correct({ textId: text.textId, body, base: from }));
    isAtWork.current = false;
    if (result === undefined) return undefined;
    showText(queries, result.text);
    if (result.conflict !== null) return setConflict({ ...result.conflict, base: from, mine: body, theirs: result.text.body });
    if (result.doubtful.length > 0) notice.set({ text: say('texts.correct.doubtful', { count: result.doubtful.length }), tone: 'neutral' });
    return onDone(result, returnsFocus);
  }
  const finish = (returnsFocus: boolean): void =>
    void write(`${base.slice(0, part.start)}${typed}${base.slice(part.end)}`, base, returnsFocus);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    const isDone = isCommand(event.nativeEvent, 'correction.done') || event.key === 'Escape';
    if (isDone) {
      event.preventDefault();
      finish(true);
    }
    // What is typed here is nobody else's key.
    event.stopPropagation();
  }
  if (conflict !== null)
    return (
      <ConflictChoice
        conflict={conflict}
        language={text.language}
        onMine={() => void write(mergedText(conflict.base, conflict.mine, conflict.theirs, true) ?? conflict.mine, conflict.theirs, true)}
        onTheirs={() => onDone(null, true)}
      />
    );
  return (
    <div className={styles.band}>
      <textarea
        aria-label={say('texts.correct.label')}
        className={styles.area}
        lang={text.language}
        onBlur={() => finish(false)}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={onKeyDown}
        ref={place}
        rows={1}
        value={typed}
      />
      <p className={styles.keys}>
        <Keycap isSilent keys={printedKey('Mod+Enter', platform)} /> {say('texts.correct.done')}
        <span>{say('texts.correct.moves')}</span>
      </p>
    </div>
  );
}
