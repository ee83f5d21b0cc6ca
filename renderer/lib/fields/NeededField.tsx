import { LineField, type LineFieldProps } from './LineField.tsx';

export interface NeededFieldProps extends Omit<LineFieldProps, 'isNeeded' | 'onKeep'> {
  readonly onKeep: (text: string) => void;
}

/** A text that must be something, kept when its field is left: emptied, it goes back to what it was. */
export function NeededField({ onKeep, ...field }: NeededFieldProps) {
  return <LineField {...field} isNeeded onKeep={(text) => (text === null ? undefined : onKeep(text))} />;
}
