import { useState } from 'react';
import type { Question } from '../../../shared/model/questionnaire.ts';
import { localised } from '../../../shared/model/text.ts';
import { useText } from '../../lib/text.ts';
import { ComboBox } from '../../ui/combo-box/ComboBox.tsx';
import type { NameOf } from './answer-sentence.ts';
import type { Spot } from './entry-layout.ts';
import { valueAt } from './entry-model.ts';
import styles from './TypedAnswer.module.css';
import type { Entry } from './use-entry.ts';
import { findRecords, type Registers } from './use-registers.ts';

export interface RegisterPickerProps {
  readonly entry: Entry;
  readonly spot: Spot;
  /** With the answers that its words mention. */
  readonly question: Question;
  readonly registers: Registers;
  readonly nameOf: NameOf;
}

/** Hits shown at a time. */
const most = 12;

/** A place, service or organisation, found by typing: Enter takes the best hit and moves on. */
export function RegisterPicker({ entry, spot, question, registers, nameOf }: RegisterPickerProps) {
  const say = useText();
  const [typed, setTyped] = useState<string | null>(null);
  const { registerKind } = question;
  const records = registerKind === null ? [] : (registers[registerKind] ?? []);
  const value = valueAt(entry.model, spot);
  const stored = value?.kind === 'record' ? nameOf(value.id) : '';
  const hits = findRecords(records, typed ?? '', most);
  return (
    <div className={styles.picker} data-answer-field="">
      <ComboBox
        countText={say('entry.register.hits', { count: hits.length })}
        isLabelHidden
        label={localised(question.wording, entry.language)}
        onChoose={(id) => {
          setTyped(null);
          entry.actions.takeRecord(id);
        }}
        onTextChange={setTyped}
        options={hits.map(({ id, name, detail }) => ({ id, label: name, detail }))}
        text={typed ?? stored}
      />
      <p className={styles.reading}>
        {typed !== null && typed.trim() !== '' && hits.length === 0
          ? say('entry.register.none', { typed })
          : say('entry.register.help', { kind: registerKind ?? 'place' })}
      </p>
    </div>
  );
}
