import type { Ref } from 'react';
import type { ClearanceView } from '../../../../shared/contract/quotes-clearance.ts';
import { useText } from '../../../lib/text.ts';
import { useKeptText } from '../../../lib/use-kept-text.ts';
import { Button } from '../../../ui/button/Button.tsx';
import { TextArea } from '../../../ui/text-area/TextArea.tsx';
import styles from './clearance.module.css';

interface ClearedWordsProps {
  readonly view: ClearanceView;
  readonly isOpen: boolean;
  readonly onWrite: (body: string | null) => void;
  readonly textAreaRef: Ref<HTMLTextAreaElement>;
}

/** The words as they may be shown: made of the decisions, and open to be written in. */
export function ClearedWords({ view, isOpen, onWrite, textAreaRef }: ClearedWordsProps) {
  const say = useText();
  const { cleared, language, isOwnWording } = view;
  const kept = useKeptText(cleared, (text) => {
    if (text.trim() !== '') onWrite(text);
  });
  return (
    <section aria-label={say('clearance.cleared')} className={styles.side} data-cleared={view.status === 'cleared' || undefined}>
      <h2 className={styles.heading}>{say('clearance.cleared')}</h2>
      {isOpen ? (
        <span lang={language}>
          <TextArea
            isLabelHidden
            isWords
            label={say('clearance.cleared')}
            maxLength={20_000}
            onBlur={kept.onBlur}
            onChange={kept.onChange}
            onKeyDown={(event) => {
              if (event.key === 'Escape' && event.target instanceof HTMLElement) event.target.blur();
            }}
            rows={4}
            textAreaRef={textAreaRef}
            value={kept.text}
          />
        </span>
      ) : (
        <p className={styles.words} lang={language}>
          {cleared}
        </p>
      )}
      {isOpen && isOwnWording ? (
        <p className={styles.quiet}>
          {say('clearance.ownWording')}{' '}
          <Button onPress={() => onWrite(null)} size="bar" variant="quiet">
            {say('clearance.again')}
          </Button>
        </p>
      ) : null}
    </section>
  );
}
