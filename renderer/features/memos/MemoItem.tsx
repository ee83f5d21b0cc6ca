import { useState } from 'react';
import type { Memo } from '../../../shared/contract/texts.ts';
import { client } from '../../lib/client.ts';
import { formatDay } from '../../lib/format.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Button } from '../../ui/button/Button.tsx';
import { IconButton } from '../../ui/icon-button/IconButton.tsx';
import { TextArea } from '../../ui/text-area/TextArea.tsx';
import styles from './MemoPart.module.css';

/** One memo with who wrote it and when. One's own can be written on and taken away. */
export function MemoItem({ memo }: { readonly memo: Memo }) {
  const say = useText();
  const ui = useLanguage();
  const save = useSave();
  const [typed, setTyped] = useState<string | null>(null);
  async function leave(): Promise<void> {
    if (typed !== null && typed.trim() !== '' && typed !== memo.body) {
      const written = await save(() => client.texts.writeMemo({ on: memo.on, memoId: memo.id, body: typed }));
      // What could not be saved stays in its field.
      if (written === undefined) return;
    }
    setTyped((now) => (now === typed ? null : now));
  }
  return (
    <article className={styles.memo}>
      {typed === null ? (
        <p className={styles.body}>{memo.body}</p>
      ) : (
        <TextArea
          autoFocus
          isLabelHidden
          label={say('texts.memo.edit')}
          onBlur={() => void leave()}
          onChange={setTyped}
          rows={2}
          value={typed}
        />
      )}
      <p className={styles.by}>
        {say('texts.memo.by', { by: memo.by, day: formatDay(memo.writtenAt, ui) })}
        {memo.isMine && typed === null ? (
          <span className={styles.deeds}>
            <Button onPress={() => setTyped(memo.body)} size="bar" variant="quiet">
              {say('texts.memo.edit')}
            </Button>
            <IconButton
              icon="delete"
              label={say('texts.memo.remove')}
              onPress={() => void save(() => client.texts.removeMemo({ memoId: memo.id }))}
              size="small"
            />
          </span>
        ) : null}
      </p>
    </article>
  );
}
