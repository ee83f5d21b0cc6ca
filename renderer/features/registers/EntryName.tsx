import type { Ref } from 'react';
import { NeededField } from '../../lib/fields/NeededField.tsx';
import { useText } from '../../lib/text.ts';

export interface EntryNameProps {
  readonly value: string;
  readonly nameRef: Ref<HTMLInputElement>;
  readonly onKeep: (name: string) => void;
}

/** What an entry is called: the first field of every pane. */
export function EntryName({ value, nameRef, onKeep }: EntryNameProps) {
  const say = useText();
  return <NeededField inputRef={nameRef} label={say('registers.name')} maxLength={200} onKeep={onKeep} value={value} />;
}
