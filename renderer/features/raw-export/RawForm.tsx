import type { RawCheck } from '../../../shared/contract/raw-export.ts';
import { useText } from '../../lib/text.ts';
import { RadioGroup } from '../../ui/radio-group/RadioGroup.tsx';
import { Select } from '../../ui/select/Select.tsx';
import { TextField } from '../../ui/text-field/TextField.tsx';
import { FormatPart } from './FormatPart.tsx';
import { PackagePart } from './PackagePart.tsx';
import { aims, ofVersion, type RawOrder } from './raw-order.ts';
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
  readonly hasWeights: boolean;
  readonly versionId: string | null;
  readonly versions: readonly { readonly id: string; readonly name: string; readonly number: number; readonly interviews: number }[];
}

/** What the data are for, which version, what goes into the files, who gets them and what for. */
export function RawForm({ check, order, onChange, onEnter, isTried, hasWeights, versionId, versions }: RawFormProps) {
  const say = useText();
  const lacks = (text: string) => (isTried && text.trim() === '' ? { error: say('rawExport.needed') } : {});
  const onKeyDown = (event: { readonly key: string }): void => {
    if (event.key === 'Enter') onEnter();
  };
  const isPackage = order.aim === 'giveAway';
  return (
    <>
      <p className={styles.quiet}>{say('rawExport.why')}</p>
      <RadioGroup
        label={say('rawExport.for')}
        onChange={(aim) => onChange({ ...order, aim })}
        options={aims.map((aim) => ({
          id: aim,
          label: say(`rawExport.for.${aim}`),
          // One line of consequence at a time: the dialog is long enough.
          ...(aim === order.aim ? { help: say(`rawExport.for.${aim}.what`) } : {}),
        }))}
        value={order.aim}
      />
      {versions.length < 2 ? null : (
        <Select
          label={say('rawExport.version')}
          onChange={(id) => onChange(ofVersion(order, id))}
          options={versions.map(({ id, name, number, interviews }) => ({
            id,
            label: say('rawExport.versionName', { name, number, interviews }),
          }))}
          value={versionId}
        />
      )}
      {isPackage ? (
        <PackagePart check={check} isTried={isTried} onChange={onChange} order={order} />
      ) : (
        <FormatPart hasWeights={hasWeights} onChange={onChange} order={order} />
      )}
      <div className={styles.pair}>
        <TextField
          label={say('export.recipient')}
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
      </div>
      {check === undefined ? null : (
        <RawCheckPart
          check={check}
          isAccepted={order.acceptsRisk}
          isPackage={isPackage}
          isTried={isTried}
          onAccept={(acceptsRisk) => onChange({ ...order, acceptsRisk })}
          onKnown={(known) => onChange({ ...order, known, acceptsRisk: false })}
        />
      )}
      <p className={styles.quiet}>
        {say('rawExport.withdrawn')} {say('rawExport.toArchive')}
      </p>
    </>
  );
}
