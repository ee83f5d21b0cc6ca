import { useState } from 'react';
import { Inference } from '../../../shared/contract/patterns.ts';
import { useText } from '../../lib/text.ts';
import { Select } from '../../ui/select/Select.tsx';
import { TextArea } from '../../ui/text-area/TextArea.tsx';
import styles from './patterns.module.css';

interface JudgementCellProps {
  readonly theme: string;
  readonly inference: Inference | null;
  readonly words: string;
  /** Undefined: it was not taken, and what was typed stays. */
  readonly onSave: (change: { readonly inference: Inference | null; readonly words: string }) => Promise<unknown>;
}

const none = 'none';

/** What the score and the words say together, and in the analyst's own words; saved on leaving. */
export function JudgementCell({ theme, inference, words, onSave }: JudgementCellProps) {
  const say = useText();
  const [typed, setTyped] = useState<string | null>(null);
  async function leave(): Promise<void> {
    const text = typed?.trim();
    if (text === undefined || text === words || (await onSave({ inference, words: text })) !== undefined) setTyped(null);
  }
  return (
    <div className={styles.judging}>
      <Select
        isLabelHidden
        label={say('patterns.joint.inferenceOf', { theme })}
        onChange={(id) => void onSave({ inference: Inference.safeParse(id).data ?? null, words: typed?.trim() ?? words })}
        options={[none, ...Inference.options].map((id) => ({
          id,
          // The list is made of exactly these words.
          label: say(`patterns.inference.${id as Inference | 'none'}`),
        }))}
        value={inference ?? none}
      />
      {inference === null && words === '' ? null : (
        <TextArea
          isLabelHidden
          label={say('patterns.joint.wordsOf', { theme })}
          onBlur={() => void leave()}
          onChange={setTyped}
          placeholder={say('patterns.joint.wordsPlaceholder')}
          rows={1}
          value={typed ?? words}
        />
      )}
    </div>
  );
}
