import { useEffect, useEffectEvent } from 'react';
import type { KeyEventLike } from '../../../shared/commands/keys.ts';
import { preferences } from '../../lib/preferences.ts';
import { createStore } from '../../lib/store.ts';
import { takeHeldKeys } from './early-keys.ts';
import { isTyped } from './entry-field.ts';
import { readKey, type KeyPlace } from './entry-keys.ts';
import { currentSpot, type EntryState } from './entry-store.ts';
import { textInField } from './entry-typing.ts';
import type { Entry } from './use-entry.ts';

/** Held keys that wait for their turn. */
const waiting = createStore<readonly KeyEventLike[]>([]);

/** What was held gets its turn on the question that has come; what is typed from now on comes after it. */
export function releaseHeldKeys(): void {
  const held = takeHeldKeys();
  if (held.length > 0) waiting.set([...waiting.get(), ...held]);
}

/** Carries out what was typed while the interview was on its way to the screen: one key a render, each on the state the one before left. */
export function useHeldKeys({ desk, actions }: Entry): void {
  const keys = waiting.use();
  const carryOut = useEffectEvent((key: KeyEventLike): void => carryOutHeld(key, desk.store.get(), actions));
  useEffect(() => {
    releaseHeldKeys();
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

/** One held key on the question it has come to: a meaning, or a character of its field. */
export function carryOutHeld(key: KeyEventLike, state: EntryState, actions: Pick<Entry['actions'], 'perform' | 'type'>): void {
  const place = placeOfHeld(state);
  const action = readKey(key, place);
  if (action !== null) actions.perform(action);
  else if (place.hasCaret && key.key.length === 1) actions.type(textInField(state) + key.key);
}

function placeOfHeld(state: EntryState): KeyPlace {
  const question = currentSpot(state)?.question;
  const hasCaret = question !== undefined && isTyped(question);
  const isEmpty = hasCaret && textInField(state) === '';
  return {
    hasCaret,
    isEmpty,
    isNumberField: question?.type === 'number',
    isEmptyLine: isEmpty && question.type !== 'open',
    isChoice: !hasCaret,
    enterMakesLine: question?.type === 'open' && preferences.get().enterInText === 'line',
  };
}
