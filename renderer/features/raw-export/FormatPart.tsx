import { useText } from '../../lib/text.ts';
import { Checkbox } from '../../ui/checkbox/Checkbox.tsx';
import { RadioGroup } from '../../ui/radio-group/RadioGroup.tsx';
import type { RawOrder } from './raw-order.ts';
import styles from './RawExport.module.css';

interface FormatPartProps {
  readonly order: RawOrder;
  readonly onChange: (order: RawOrder) => void;
  readonly hasWeights: boolean;
}

const parts = ['openTexts', 'remarks', 'identifiers'] as const;

/** The few choices that each use of the data has. */
export function FormatPart({ order, onChange, hasWeights }: FormatPartProps) {
  const say = useText();
  const { aim, csv, sheetValues, choices, extras } = order;
  const values = (
    <RadioGroup
      label={say('rawExport.values')}
      look="row"
      onChange={(chosen) => onChange(aim === 'sheet' ? { ...order, sheetValues: chosen } : { ...order, csv: { ...csv, values: chosen } })}
      options={(['codes', 'labels'] as const).map((id) => ({ id, label: say(`rawExport.values.${id}`) }))}
      value={aim === 'sheet' ? sheetValues : csv.values}
    />
  );
  return (
    <>
      {aim === 'text' ? (
        <div className={styles.pair}>
          <RadioGroup
            label={say('rawExport.separator')}
            onChange={(separator) => onChange({ ...order, csv: { ...csv, separator } })}
            options={(['semicolon', 'comma'] as const).map((id) => ({ id, label: say(`rawExport.separator.${id}`) }))}
            value={csv.separator}
          />
          <RadioGroup
            label={say('rawExport.shape')}
            onChange={(shape) => onChange({ ...order, csv: { ...csv, shape } })}
            options={(['wide', 'long'] as const).map((id) => ({ id, label: say(`rawExport.shape.${id}`) }))}
            value={csv.shape}
          />
        </div>
      ) : null}
      {aim === 'sheet' || (aim === 'text' && csv.shape === 'wide') ? values : null}
      <div className={styles.pair}>
        <fieldset className={styles.parts}>
          <legend>{say('rawExport.include')}</legend>
          {parts.map((part) => (
            <Checkbox
              isSelected={choices[part]}
              key={part}
              onChange={(isSelected) => onChange({ ...order, choices: { ...choices, [part]: isSelected } })}
            >
              {say(`rawExport.${part}`)}
            </Checkbox>
          ))}
        </fieldset>
        <fieldset className={styles.parts}>
          <legend>{say('rawExport.beside')}</legend>
          {hasWeights ? (
            <Checkbox isSelected={extras.weights} onChange={(weights) => onChange({ ...order, extras: { ...extras, weights } })}>
              {say('rawExport.weights')}
            </Checkbox>
          ) : null}
          <Checkbox isSelected={extras.ddi} onChange={(ddi) => onChange({ ...order, extras: { ...extras, ddi } })}>
            {say('rawExport.ddi')}
          </Checkbox>
          {aim === 'text' ? (
            <>
              <Checkbox isSelected={csv.byteOrderMark} onChange={(byteOrderMark) => onChange({ ...order, csv: { ...csv, byteOrderMark } })}>
                {say('rawExport.bom')}
              </Checkbox>
              <Checkbox isSelected={extras.isPacked} onChange={(isPacked) => onChange({ ...order, extras: { ...extras, isPacked } })}>
                {say('rawExport.packed')}
              </Checkbox>
            </>
          ) : null}
        </fieldset>
      </div>
    </>
  );
}
