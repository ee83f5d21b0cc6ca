import type { RawCheck } from '../../../shared/contract/raw-export.ts';
import { useText } from '../../lib/text.ts';
import { Checkbox } from '../../ui/checkbox/Checkbox.tsx';
import { Select } from '../../ui/select/Select.tsx';
import { TextField } from '../../ui/text-field/TextField.tsx';
import type { RawOrder } from './raw-order.ts';
import { RawCheckPart } from './RawCheckPart.tsx';
import styles from './RawExport.module.css';

interface RawFormProps {
  readonly order: RawOrder;
  readonly onChange: (order: RawOrder) => void;
  readonly onEnter: () => void;
  /** Somebody has tried to go on: say what is missing. */
  readonly isTried: boolean;
  /** Undefined while it is worked out. */
  readonly check: RawCheck | undefined;
  readonly versionId: string | null;
  readonly versions: readonly { readonly id: string; readonly name: string; readonly number: number; readonly interviews: number }[];
}

const parts = ['openTexts', 'remarks', 'identifiers'] as const;

/** Which version, what beside coded answers, who gets it and what for. */
export function RawForm({ check, order, onChange, onEnter, isTried, versionId, versions }: RawFormProps) {
  const say = useText();
  const lacks = (text: string) => (isTried && text.trim() === '' ? { error: say('rawExport.needed') } : {});
  const onKeyDown = (event: { readonly key: string }): void => {
    if (event.key === 'Enter') onEnter();
  };
  return (
    <>
      <p>{say('rawExport.why')}</p>
      {versions.length < 2 ? null : (
        <Select
          label={say('rawExport.version')}
          onChange={(id) => onChange({ ...order, versionId: id })}
          options={versions.map(({ id, name, number, interviews }) => ({
            id,
            label: say('rawExport.versionName', { name, number, interviews }),
          }))}
          value={versionId}
        />
      )}
      <TextField
        // The first thing to fill in; the dialog is opened to do just that.
        autoFocus
        label={say('rawExport.recipient')}
        maxLength={200}
        onChange={(recipient) => onChange({ ...order, recipient })}
        onKeyDown={onKeyDown}
        value={order.recipient}
        {...lacks(order.recipient)}
      />
      <TextField
        help={say('rawExport.purposeHelp')}
        label={say('rawExport.purpose')}
        maxLength={500}
        onChange={(purpose) => onChange({ ...order, purpose })}
        onKeyDown={onKeyDown}
        value={order.purpose}
        {...lacks(order.purpose)}
      />
      <fieldset className={styles.parts}>
        <legend>{say('rawExport.include')}</legend>
        {parts.map((part) => (
          <Checkbox
            isSelected={order.choices[part]}
            key={part}
            onChange={(isSelected) => onChange({ ...order, choices: { ...order.choices, [part]: isSelected } })}
          >
            {say(`rawExport.${part}`)}
          </Checkbox>
        ))}
      </fieldset>
      {check === undefined ? null : (
        <RawCheckPart
          check={check}
          isAccepted={order.acceptsRisk}
          isTried={isTried}
          onAccept={(acceptsRisk) => onChange({ ...order, acceptsRisk })}
          onKnown={(known) => onChange({ ...order, known, acceptsRisk: false })}
        />
      )}
      <p className={styles.quiet}>{say('rawExport.withdrawn')}</p>
    </>
  );
}
