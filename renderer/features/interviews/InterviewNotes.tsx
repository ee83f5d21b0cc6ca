import { useText } from '../../lib/text.ts';
import { TextArea } from '../../ui/text-area/TextArea.tsx';
import styles from './EntryFacts.module.css';
import type { Entry } from './use-entry.ts';
import { useWrittenWords } from './use-written-words.ts';

const notes = { kind: 'note' } as const;

/** What was asked and said, as a running text beside the answers. Written while one types; it can be coded like any answer. */
export function InterviewNotes({ entry }: { readonly entry: Entry }) {
  const say = useText();
  const { interview } = entry.model;
  const words = useWrittenWords(entry.desk, notes, interview.notes);
  return (
    <section className={styles.part}>
      <h2 className={styles.heading}>{say('entry.notes')}</h2>
      <TextArea
        help={say('entry.notesHelp')}
        isDisabled={interview.isWithdrawn}
        isLabelHidden
        isWords
        label={say('entry.notes')}
        onBlur={words.flush}
        onChange={words.onChange}
        value={words.value}
      />
    </section>
  );
}
