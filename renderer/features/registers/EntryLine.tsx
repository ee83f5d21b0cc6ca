import { LineField, type LineFieldProps } from '../../lib/fields/LineField.tsx';

/** A text of an entry, no longer than the registers take, kept when it is left. */
export function EntryLine(props: LineFieldProps) {
  return <LineField hasModEnter={false} maxLength={props.rows === undefined ? 300 : 4000} {...props} />;
}
