import type { PersonFields } from '../../../shared/contract/register-records.ts';
import { KeptDayField } from '../../lib/fields/KeptDayField.tsx';
import { useText } from '../../lib/text.ts';
import { StatusText } from '../../ui/status-text/StatusText.tsx';
import styles from './registers.module.css';

export interface ConsentFieldsProps {
  readonly fields: PersonFields;
  readonly onChange: (fields: Partial<PersonFields>) => void;
}

/** Whether contact data may be shared: said yes on a day, taken back on a day. */
export function ConsentFields({ fields, onChange }: ConsentFieldsProps) {
  const say = useText();
  const { contactConsentedOn: given, contactWithdrawnOn: withdrawn } = fields;
  const state = given === null ? 'none' : withdrawn === null ? 'given' : 'withdrawn';
  return (
    <div aria-label={say('registers.consent')} className={styles.consent} role="group">
      <StatusText tone={state === 'given' ? 'good' : state === 'withdrawn' ? 'bad' : 'neutral'}>
        {say(`registers.consent.${state}`)}
      </StatusText>
      <div className={styles.pair}>
        <KeptDayField label={say('registers.consent.givenOn')} onKeep={(day) => onChange({ contactConsentedOn: day })} value={given} />
        {given === null ? null : (
          <KeptDayField
            label={say('registers.consent.withdrawnOn')}
            onKeep={(day) => onChange({ contactWithdrawnOn: day })}
            value={withdrawn}
          />
        )}
      </div>
    </div>
  );
}
