import { useKeptText } from '../use-kept-text.ts';
import { TextArea } from '../../ui/text-area/TextArea.tsx';
import { TextField } from '../../ui/text-field/TextField.tsx';

interface KeptFieldProps {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly value: string;
  readonly onSave: (text: string) => void;
  readonly lang?: string;
  /** Lines of a longer text; one without. */
  readonly rows?: number;
  readonly placeholder?: string;
}

/** A text that saves itself while it is typed. */
export function KeptField({ label, isLabelHidden = false, value, onSave, lang, rows, placeholder }: KeptFieldProps) {
  const { text, onChange, onBlur } = useKeptText(value, onSave);
  const common = {
    label,
    isLabelHidden,
    onBlur,
    onChange,
    value: text,
    ...(lang === undefined ? {} : { lang }),
    ...(placeholder === undefined ? {} : { placeholder }),
  };
  return rows === undefined ? <TextField {...common} /> : <TextArea {...common} rows={rows} />;
}
