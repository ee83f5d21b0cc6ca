import { useEffect, useEffectEvent, useState } from 'react';
import { client } from '../../lib/client.ts';
import { useText } from '../../lib/text.ts';
import { TextArea } from '../../ui/text-area/TextArea.tsx';
import styles from './EntryFacts.module.css';
import type { Entry } from './use-entry.ts';

const restMs = 600;

/** What was asked and said, as a running text beside the answers. Written while one types; it can be coded like any answer. */
export function InterviewNotes({ entry }: { readonly entry: Entry }) {
  const say = useText();
  const { interview } = entry.model;
  const [typed, setTyped] = useState<string | null>(null);
  // Once the file holds what was typed, the file is followed: an undo is then seen.
  if (typed !== null && typed === interview.notes) setTyped(null);
  const flush = useEffectEvent((): void => {
    if (typed === null || typed === interview.notes) return;
    void entry.desk.save(() => client.interviews.notes({ interviewId: interview.id, text: typed }));
  });
  useEffect(() => {
    const timer = setTimeout(() => flush(), restMs);
    return () => clearTimeout(timer);
  }, [typed]);
  useEffect(() => {
    const leave = (): void => flush();
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, []);
  return (
    <section className={styles.part}>
      <h2 className={styles.heading}>{say('entry.notes')}</h2>
      <TextArea
        help={say('entry.notesHelp')}
        isDisabled={interview.isWithdrawn}
        isLabelHidden
        isWords
        label={say('entry.notes')}
        onBlur={flush}
        onChange={setTyped}
        value={typed ?? interview.notes}
      />
    </section>
  );
}
