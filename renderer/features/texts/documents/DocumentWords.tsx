import { type RefObject, useRef } from 'react';
import type { DocumentFacts } from '../../../../shared/contract/texts-documents.ts';
import { client } from '../../../lib/client.ts';
import { useText } from '../../../lib/text.ts';
import { useKeptText } from '../../../lib/use-kept-text.ts';
import { useSave } from '../../../lib/use-save.ts';
import { TextArea } from '../../../ui/text-area/TextArea.tsx';
import styles from './documents.module.css';

export interface DocumentWordsProps {
  readonly document: DocumentFacts;
  readonly areaRef: RefObject<HTMLTextAreaElement | null>;
}

/** The words of a document: a field that saves itself while it is typed in, and once something points into them, only to read. */
export function DocumentWords({ document, areaRef }: DocumentWordsProps) {
  const say = useText();
  const save = useSave();
  /** What this window knows to be stored: saves follow each other, each made from the one before. */
  const stored = useRef(document.body);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const { textId, body, language } = document;
  const kept = useKeptText(body, (text) => {
    queue.current = queue.current.then(async () => {
      const base = stored.current;
      const done = await save(() => client.texts.write({ textId, body: text, base }));
      if (done !== undefined) stored.current = text.replaceAll('\r\n', '\n').normalize('NFC');
    });
  });
  if (document.isWorkedOn)
    return (
      <div className={styles.words}>
        <p className={styles.quiet}>{say('documents.one.workedOn')}</p>
        {/* Long words scroll, and so the keyboard must be able to be there. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls */}
        <div aria-label={say('documents.one.body')} className={styles.read} lang={language} role="region" tabIndex={0}>
          {body}
        </div>
      </div>
    );
  return (
    <div className={styles.words}>
      <TextArea
        help={say('documents.one.bodyHelp')}
        isWords
        label={say('documents.one.body')}
        lang={language}
        onBlur={kept.onBlur}
        onChange={kept.onChange}
        rows={14}
        textAreaRef={areaRef}
        value={kept.text}
      />
    </div>
  );
}
