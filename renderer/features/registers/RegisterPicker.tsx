import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type Ref, useState } from 'react';
import type { PickedKind } from '../../../shared/contract/registers.ts';
import { client, orpc } from '../../lib/client.ts';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { ComboBox, type ComboBoxOption } from '../../ui/combo-box/ComboBox.tsx';
import styles from './RegisterPicker.module.css';
import { useFirstFocus } from './use-first-focus.ts';

/** An entry of a register as it was picked. */
export interface Picked {
  readonly id: string;
  readonly name: string;
  readonly detail: string;
}

export interface RegisterPickerProps {
  readonly kind: PickedKind;
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly value: Picked | null;
  /** Null when the field was emptied and left. */
  readonly onPick: (value: Picked | null) => void;
  /** The day it is about, ISO: what was valid then comes first, the rest with its years. */
  readonly on?: string;
  /** "Add «X»" as the last option; the entry is made at once. */
  readonly canCreate?: boolean;
  readonly placeholder?: string;
  readonly inputRef?: Ref<HTMLInputElement>;
  /** Focus comes here when the picker comes into being. */
  readonly takesFocus?: boolean;
  /** Esc with the list closed. */
  readonly onCancel?: () => void;
}

const newId = 'new';
const mostTyped = 60;

/** One of a register, found by typing. Enter takes the best hit, even when it is typed faster than the register is searched. */
export function RegisterPicker({ kind, value, onPick, on, canCreate = false, takesFocus = false, inputRef, ...box }: RegisterPickerProps) {
  const first = useFirstFocus(takesFocus);
  const say = useText();
  const save = useSave();
  const [typed, setTyped] = useState<string | null>(null);
  const [isHere, setIsHere] = useState(false);
  const text = (typed ?? '').trim().slice(0, mostTyped);
  const input = { kind, text, ...(on === undefined ? {} : { on }) };
  const query = useQuery({ ...orpc.registers.find.queryOptions({ input }), enabled: isHere, placeholderData: keepPreviousData });
  const hits = query.data?.hits ?? [];
  const isSettled = query.isSuccess && !query.isPlaceholderData;
  const adds = canCreate && text !== '';
  const shown: readonly ComboBoxOption[] = [
    ...hits.map(({ id, name, detail }) => ({ id, label: name, detail })),
    ...(adds ? [{ id: newId, label: say('registers.pick.add', { name: text }) }] : []),
  ];

  function take(picked: Picked | null) {
    setTyped(null);
    onPick(picked);
  }
  async function create() {
    const made = await save(() => client.registers.quickAdd({ kind, name: text }));
    if (made === undefined) return;
    setTyped(null);
    onPick({ id: made.id, name: text, detail: '' });
  }
  /**
   * What stands in the list may still belong to the letters before: the best hit for what was typed is taken when it comes. The field
   * is free at once, for the next letters may be there before it.
   */
  async function takeBest() {
    setTyped(null);
    // Asked for itself: the list's own question is given up as soon as other letters stand in the field.
    const [best] = (await client.registers.find(input)).hits;
    if (best !== undefined) onPick(best);
    else if (adds) await create();
    else setTyped((since) => since ?? text);
  }
  function choose(id: string) {
    if (!isSettled) return void takeBest();
    const hit = hits.find((one) => one.id === id);
    if (hit !== undefined) return take(hit);
    return id === newId ? void create() : undefined;
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || event.defaultPrevented || typed === null) return;
    event.preventDefault();
    if (text === '') take(null);
    else if (!isSettled) void takeBest();
  }
  function onLeave() {
    setIsHere(false);
    if (typed !== null && text === '' && value !== null) take(null);
    else setTyped(null);
  }

  return (
    <div className={styles.picker} onBlur={onLeave} onFocus={() => setIsHere(true)} onKeyDown={onKeyDown} role="presentation">
      <ComboBox
        {...box}
        inputRef={inputRef ?? first}
        countText={say('registers.pick.hits', { n: hits.length })}
        onChoose={choose}
        onTextChange={setTyped}
        options={shown}
        text={typed ?? value?.name ?? ''}
      />
      <p className={styles.reading}>
        {isSettled && text !== '' && shown.length === 0
          ? say('registers.pick.none', { typed: text })
          : typed === null
            ? value?.detail
            : null}
      </p>
    </div>
  );
}
