import type { Ref } from 'react';
import type { KeptExhibit } from '../../../shared/contract/analysis-exhibits.ts';
import { client } from '../../lib/client.ts';
import { LineField } from '../../lib/fields/LineField.tsx';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import styles from './exhibits.module.css';

/** What a kept table is called, its title in the author's words, and a note; each is kept when its field is left. */
export function KeptWords({ kept, nameRef }: { readonly kept: KeptExhibit; readonly nameRef: Ref<HTMLInputElement> }) {
  const say = useText();
  const save = useSave();
  const exhibitId = kept.id;
  const keep = (change: { name?: string; title?: string | null; note?: string | null }): void =>
    void save(() => client.analysis.changeKept({ exhibitId, ...change }));
  return (
    <section aria-label={say('exhibits.one.words')} className={styles.words}>
      <h2>{say('exhibits.one.words')}</h2>
      <LineField
        inputRef={nameRef}
        isNeeded
        label={say('exhibits.one.name')}
        maxLength={200}
        onKeep={(name) => (name === null ? undefined : keep({ name }))}
        value={kept.name}
      />
      <LineField
        help={say('exhibits.one.titleHelp')}
        label={say('exhibits.one.title')}
        maxLength={300}
        onKeep={(title) => keep({ title })}
        value={kept.title}
      />
      <LineField
        help={say('exhibits.one.noteHelp')}
        label={say('exhibits.one.note')}
        maxLength={4000}
        onKeep={(note) => keep({ note })}
        rows={3}
        value={kept.note}
      />
    </section>
  );
}
