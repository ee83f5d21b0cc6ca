import { useState, type ReactNode } from 'react';
import { TextField } from '../../ui/text-field/TextField.tsx';
import { spoken } from '../errors.ts';
import { useText } from '../text.ts';
import { useSave } from '../use-save.ts';
import { FormDialog } from './FormDialog.tsx';

export interface NameDialogProps<T> {
  readonly title: ReactNode;
  /** What the name is the name of. */
  readonly label: string;
  /** Stands in the field from the start. */
  readonly name?: string;
  /** Said at the field when it is left empty. */
  readonly missing: string;
  /** What the filled button says. */
  readonly saveLabel: string;
  /** Carries it out with the name as typed. A refusal is said at the field. */
  readonly onSave: (name: string) => Promise<T>;
  /** Called with what `onSave` gave. */
  readonly onSaved: (result: T) => void;
  readonly onClose: () => void;
  /** What else must be known, under the name. */
  readonly children?: ReactNode;
}

/** Something is given a name, with the little else it needs. */
export function NameDialog<T>({ title, label, name = '', missing, saveLabel, onSave, onSaved, onClose, children }: NameDialogProps<T>) {
  const say = useText();
  const save = useSave();
  const [typed, setTyped] = useState(name);
  const [problem, setProblem] = useState<string | undefined>(undefined);

  async function carryOut(): Promise<void> {
    if (typed.trim() === '') return setProblem(missing);
    const saved = await save(async () => {
      try {
        return await onSave(typed);
      } catch (error) {
        const said = spoken(error);
        setProblem(say.any(said.message, said.params));
        throw error;
      }
    });
    if (saved !== undefined) onSaved(saved);
  }

  return (
    <FormDialog hasModEnter={false} onClose={onClose} onSave={carryOut} saveLabel={saveLabel} title={title}>
      <TextField
        autoFocus
        error={problem}
        label={label}
        maxLength={200}
        onChange={(next) => {
          setTyped(next);
          setProblem(undefined);
        }}
        value={typed}
      />
      {children}
    </FormDialog>
  );
}
