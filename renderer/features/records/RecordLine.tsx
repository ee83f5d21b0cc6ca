import { LineField, type LineFieldProps } from '../../lib/fields/LineField.tsx';

/** A text of a record, kept when it is left. */
export function RecordLine(props: LineFieldProps) {
  return <LineField hasModEnter={false} {...props} />;
}
