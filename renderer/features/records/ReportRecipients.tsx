import type { Recipient, ReportRecord } from '../../../shared/contract/records.ts';
import { client } from '../../lib/client.ts';
import { today } from '../../lib/dates.ts';
import { KeptDayField } from '../../lib/fields/KeptDayField.tsx';
import { NeededField } from '../../lib/fields/NeededField.tsx';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Checkbox } from '../../ui/checkbox/Checkbox.tsx';
import { IconButton } from '../../ui/icon-button/IconButton.tsx';
import { RegisterPicker } from '../registers/index.ts';
import styles from './records.module.css';

/** Who a report has gone to, when, and who is asked to spread it. */
export function ReportRecipients({ report }: { readonly report: ReportRecord }) {
  const say = useText();
  const save = useSave();
  const keep = (recipient: Omit<Recipient, 'id'> & { readonly id: string | null }): void =>
    void save(() => client.records.saveRecipient({ reportId: report.id, ...recipient }));
  return (
    <section aria-label={say('records.report.recipients')} className={styles.part}>
      <h3>{say('records.report.recipients')}</h3>
      {report.recipients.length === 0 ? <p className={styles.note}>{say('records.recipient.none')}</p> : null}
      <ul className={styles.rows}>
        {report.recipients.map((recipient) => (
          <li className={styles.row} key={recipient.id}>
            <NeededField
              isLabelHidden

              label={say('records.recipient')}
              onKeep={(name) => keep({ ...recipient, recipient: name })}
              value={recipient.recipient}
            />
            <IconButton
              icon="remove"
              label={say('records.recipient.remove', { name: recipient.recipient })}
              onPress={() => void save(() => client.records.removeRecipient({ id: recipient.id }))}
              size="small"
            />
            <KeptDayField
              label={say('records.recipient.sentOn')}
              onKeep={(sentOn) => keep({ ...recipient, sentOn })}
              value={recipient.sentOn}
            />
            <Checkbox isSelected={recipient.isAskedToSpread} onChange={(isAskedToSpread) => keep({ ...recipient, isAskedToSpread })}>
              {say('records.recipient.spread')}
            </Checkbox>
          </li>
        ))}
      </ul>
      <RegisterPicker
        canCreate
        kind="organisations"
        label={say('records.recipient.add')}
        onPick={(picked) =>
          picked === null
            ? undefined
            : keep({ id: null, recipient: picked.name, organisationId: picked.id, sentOn: today(), isAskedToSpread: false })
        }
        value={null}
      />
    </section>
  );
}
