import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type RefObject, useState } from 'react';
import type { MemoPlace } from '../../../shared/contract/texts.ts';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { client, orpc } from '../../lib/client.ts';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { TextArea } from '../../ui/text-area/TextArea.tsx';
import { MemoItem } from './MemoItem.tsx';
import styles from './MemoPart.module.css';

/** What memos beside a thing need. */
export interface MemoPartProps {
  readonly on: MemoPlace;
  /** The project whose memos the link leads to; without it there is none. */
  readonly projectId?: ProjectId | undefined;
  /** Where the key for a memo goes. */
  readonly fieldRef?: RefObject<HTMLTextAreaElement | null>;
  readonly onEscape?: () => void;
}

/** Memos on a project, a text, a segment or a theme: what was thought, by whom and when, and room for one more. Saved on leaving the field. */
export function MemoPart({ on, projectId, fieldRef, onEscape }: MemoPartProps) {
  const say = useText();
  const save = useSave();
  const [typed, setTyped] = useState('');
  const memos = useQuery(orpc.texts.memos.queryOptions({ input: { on } })).data?.memos ?? [];
  async function keep(): Promise<void> {
    if (typed.trim() === '') return;
    const written = await save(() => client.texts.writeMemo({ on, body: typed }));
    // Whoever went on typing meanwhile keeps what is there.
    if (written !== undefined) setTyped((now) => (now === typed ? '' : now));
  }
  return (
    <section aria-label={say('texts.memo.title')} className={styles.part}>
      <h2 className={styles.title}>{say(on.kind === 'project' ? 'texts.memo.onProject' : 'texts.memo.title')}</h2>
      {memos.map((memo) => (
        <MemoItem key={memo.id} memo={memo} />
      ))}
      <div
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || onEscape === undefined) return;
          event.stopPropagation();
          onEscape();
        }}
      >
        <TextArea
          label={say(`texts.memo.new.${on.kind}`)}
          onBlur={() => void keep()}
          onChange={setTyped}
          rows={2}
          value={typed}
          {...(fieldRef === undefined ? {} : { textAreaRef: fieldRef })}
        />
      </div>
      {projectId === undefined ? null : (
        <Link className={styles.link} params={{ project: projectId }} to="/projects/$project/coding/memos">
          {say('texts.memo.all')}
        </Link>
      )}
    </section>
  );
}
