import { NeededField } from '../../lib/fields/NeededField.tsx';
import { useText } from '../../lib/text.ts';

interface RecordNameProps {
  readonly value: string;
  /** Made just now: the caret begins here. */
  readonly isNew: boolean;
  readonly onKeep: (name: string) => void;
}

/** What a record is called. */
export function RecordName({ value, isNew, onKeep }: RecordNameProps) {
  const say = useText();
  return <NeededField label={say('records.name')} onKeep={onKeep} takesFocus={isNew} value={value} />;
}
