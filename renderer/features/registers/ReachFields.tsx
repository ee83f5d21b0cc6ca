import { useText } from '../../lib/text.ts';
import { EntryLine } from './EntryLine.tsx';

/** How an organisation or a person is reached. */
export interface Reach {
  readonly email: string | null;
  readonly phone: string | null;
  readonly contact: string | null;
}

export interface ReachFieldsProps {
  readonly fields: Reach;
  readonly onChange: (changed: Partial<Reach>) => void;
}

/** E-mail, telephone, and other ways to reach somebody. */
export function ReachFields({ fields, onChange }: ReachFieldsProps) {
  const say = useText();
  return (
    <>
      <EntryLine label={say('registers.email')} onKeep={(email) => onChange({ email })} value={fields.email} />
      <EntryLine label={say('registers.phone')} onKeep={(phone) => onChange({ phone })} value={fields.phone} />
      <EntryLine label={say('registers.contact')} onKeep={(contact) => onChange({ contact })} rows={1} value={fields.contact} />
    </>
  );
}
