import { useKeptText } from '../../lib/use-kept-text.ts';
import { TextArea } from '../../ui/text-area/TextArea.tsx';

interface CellFieldProps {
  readonly label: string;
  readonly value: string | null;
  readonly onSave: (text: string | null) => void;
}

/** A cell that is written in: a text without a frame of its own, saved while it is typed. Empty is nothing. */
export function CellField({ label, value, onSave }: CellFieldProps) {
  const kept = useKeptText(value ?? '', (text) => onSave(text.trim() === '' ? null : text));
  return <TextArea isLabelHidden label={label} onBlur={kept.onBlur} onChange={kept.onChange} rows={1} value={kept.text} />;
}
