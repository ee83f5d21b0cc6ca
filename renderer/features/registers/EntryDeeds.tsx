import { useState } from 'react';
import type { RegisterRecord } from '../../../shared/contract/register-records.ts';
import { client } from '../../lib/client.ts';
import { today } from '../../lib/dates.ts';
import { KeptDayField } from '../../lib/fields/KeptDayField.tsx';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Button } from '../../ui/button/Button.tsx';
import { EntryLine } from './EntryLine.tsx';
import { RegisterPicker, type Picked } from './RegisterPicker.tsx';
import styles from './registers.module.css';

export interface EntryDeedsProps {
  readonly record: RegisterRecord;
  readonly onRemove: () => void;
}

type Deed = 'retire' | 'join';

/** What can be done with the whole entry: end it, make it one with another, take it away. */
export function EntryDeeds({ record, onRemove }: EntryDeedsProps) {
  const say = useText();
  const [deed, setDeed] = useState<Deed | null>(null);
  const close = (): void => setDeed(null);
  return (
    <section aria-label={say('registers.deeds')} className={styles.part}>
      {record.namesakes.length === 0 ? null : (
        <p className={styles.caution}>{say('registers.namesakes', { n: record.namesakes.length })}</p>
      )}
      <div className={styles.buttons}>
        <Button aria-expanded={deed === 'retire'} onPress={() => setDeed(deed === 'retire' ? null : 'retire')} size="bar">
          {say(`registers.retire.${record.kind}`)}
        </Button>
        <Button aria-expanded={deed === 'join'} onPress={() => setDeed(deed === 'join' ? null : 'join')} size="bar">
          {say('registers.join')}
        </Button>
        <Button isDanger kbd="Delete" onPress={onRemove} size="bar" variant="quiet">
          {say('registers.remove')}
        </Button>
      </div>
      {deed === 'retire' ? <Retire onDone={close} record={record} /> : null}
      {deed === 'join' ? <Join onDone={close} record={record} /> : null}
    </section>
  );
}

interface DeedProps {
  readonly record: RegisterRecord;
  readonly onDone: () => void;
}

function Retire({ record: { kind, id }, onDone }: DeedProps) {
  const say = useText();
  const save = useSave();
  const [on, setOn] = useState<string | null>(today());
  const [reason, setReason] = useState<string | null>(null);
  const retire = async (): Promise<void> => {
    if (on !== null && (await save(() => client.registers.retire({ kind, id, on, reason }))) !== undefined) onDone();
  };
  return (
    <div className={styles.partFields}>
      <p className={styles.quiet}>{say(`registers.retire.what.${kind}`)}</p>
      <KeptDayField label={say('registers.retire.on')} onKeep={setOn} value={on} />
      {kind === 'organisations' ? <EntryLine label={say('registers.reason')} onKeep={setReason} value={reason} /> : null}
      <Button isDisabled={on === null} onPress={() => void retire()} size="bar">
        {say('registers.retire.do')}
      </Button>
    </div>
  );
}

function Join({ record, onDone }: DeedProps) {
  const say = useText();
  const save = useSave();
  const { kind, id, namesakes } = record;
  const [gone, setGone] = useState<Picked | null>(namesakes[0] ?? null);
  const name = record.fields.name;
  const join = async (): Promise<void> => {
    if (gone !== null && (await save(() => client.registers.join({ kind, keepId: id, goneId: gone.id }))) !== undefined) onDone();
  };
  const isItself = gone?.id === id;
  return (
    <div className={styles.partFields}>
      <RegisterPicker kind={kind} label={say('registers.join.gone')} onPick={setGone} takesFocus value={gone} />
      <p className={styles.quiet}>
        {gone === null || isItself ? say('registers.join.what', { name }) : say('registers.join.both', { name, gone: gone.name })}
      </p>
      <Button isDisabled={gone === null || isItself} onPress={() => void join()} size="bar">
        {say('registers.join.do')}
      </Button>
    </div>
  );
}
