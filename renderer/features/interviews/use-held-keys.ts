import { useEffect, useEffectEvent } from 'react';
import type { KeyEventLike } from '../../../shared/commands/keys.ts';
import { createStore } from '../../lib/store.ts';
import { takeHeldKeys } from './early-keys.ts';
import { readKey } from './entry-keys.ts';
import type { Draft } from './use-draft.ts';
import type { EntryActions } from './use-entry-actions.ts';
import type { Entry } from './use-entry.ts';

/** Held keys that wait for their turn. */
const waiting = createStore<readonly KeyEventLike[]>([]);

/** Carries out what was typed while the interview was on its way to the screen: one key a render, each on the state the one before left. */
export function useHeldKeys({ current }: Entry, draft: Draft, actions: EntryActions): void {
  const keys = waiting.use();
  const carryOut = useEffectEvent((key: KeyEventLike): void => {
    const hasCaret = ['number', 'open', 'date'].includes(current?.type ?? '');
    const isEmpty = draft.text === '';
    const place = {
      hasCaret,
      isEmpty,
      isNumberField: current?.type === 'number',
      isEmptyLine: isEmpty && current?.type === 'date',
      isChoice: !hasCaret,
    };
    const action = readKey(key, place);
    if (action !== null) actions.perform(action);
    else if (hasCaret && key.key.length === 1) draft.set(draft.text + key.key);
  });
  useEffect(() => {
    const held = takeHeldKeys();
    if (held.length > 0) waiting.set([...waiting.get(), ...held]);
    // What has not had its turn when the interview is left belongs to no other.
    return () => waiting.set([]);
  }, []);
  useEffect(() => {
    const [first, ...rest] = keys;
    if (first === undefined) return;
    carryOut(first);
    waiting.set(rest);
  }, [keys]);
}
