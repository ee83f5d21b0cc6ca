import type { GridColumns } from '../../../shared/contract/coding.ts';
import type { QuoteAttributeKey } from '../../../shared/contract/quotes.ts';
import { localised } from '../../../shared/model/text.ts';
import type { client } from '../../lib/client.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { RadioGroup } from '../../ui/radio-group/RadioGroup.tsx';
import { SegmentedControl } from '../../ui/segmented-control/SegmentedControl.tsx';
import { Select } from '../../ui/select/Select.tsx';
import { TextField } from '../../ui/text-field/TextField.tsx';
import styles from './quotes.module.css';
import type { QuoteOrder } from './use-quote-file.ts';

type Check = Awaited<ReturnType<typeof client.quotes.fileCheck>>;

interface QuoteFileFormProps {
  readonly order: QuoteOrder;
  readonly onChange: (order: QuoteOrder) => void;
  readonly onEnter: () => void;
  readonly known: GridColumns;
  readonly check: Check | undefined;
  readonly isTried: boolean;
}

const none = 'none';
const mostRefused = 4;

/** What the file is, its form, who gets it, and what stands under each quote; with what may not, and what may instead. */
export function QuoteFileForm({ order, onChange, onEnter, known, check, isTried }: QuoteFileFormProps) {
  const say = useText();
  const language = useLanguage();
  const isInternal = order.use === 'internal';
  const facts = (['place', 'area', 'service', 'wave'] as const).map((id) => ({
    id: id as QuoteAttributeKey,
    label: say(`quotes.attribute.${id}`),
  }));
  const questions = known.columns
    .filter(({ options }) => options.length > 0)
    .map(({ variableId, title }) => ({ id: variableId as QuoteAttributeKey, label: localised(title, language) }));
  const attributes = [...facts, ...questions];
  const nameOf = (key: QuoteAttributeKey): string => attributes.find(({ id }) => id === key)?.label ?? '';
  const setAttribute = (at: 0 | 1, id: string): void => {
    const key = attributes.find((one) => one.id === id)?.id;
    const other = order.attributes[1 - at];
    const both = at === 0 ? [key, other] : [other, key];
    onChange({ ...order, attributes: [...new Set(both.filter((one) => one !== undefined))] });
  };
  const lacks = (text: string) => (isTried && text.trim() === '' ? { error: say('quotes.export.needed') } : {});
  const onKeyDown = (event: { readonly key: string }): void => {
    if (event.key === 'Enter') onEnter();
  };
  return (
    <>
      <RadioGroup
        label={say('quotes.export.use')}
        look="boxes"
        onChange={(use) => onChange({ ...order, use, attributes: [] })}
        options={(['cleared', 'internal'] as const).map((id) => ({
          id,
          label: say(`quotes.export.use.${id}`),
          help: say(`quotes.export.use.${id}Help`),
        }))}
        value={order.use}
      />
      <div className={styles.format}>
        <SegmentedControl
          label={say('quotes.export.format')}
          onChange={(format) => onChange({ ...order, format })}
          segments={(['docx', 'xlsx', 'csv'] as const).map((id) => ({ id, label: say(`quotes.export.format.${id}`) }))}
          value={order.format}
        />
      </div>
      {isInternal ? (
        <>
          <div className={styles.pair}>
            {([0, 1] as const).map((at) => (
              <Select
                key={at}
                label={say(at === 0 ? 'quotes.export.attribute1' : 'quotes.export.attribute2')}
                onChange={(id: string) => setAttribute(at, id)}
                options={[
                  { id: none, label: say('quotes.export.noAttribute') },
                  ...attributes.map(({ id, label }) => ({ id: id as string, label })),
                ]}
                value={order.attributes[at] ?? none}
              />
            ))}
          </div>
          <TextField
            label={say('quotes.export.recipient')}
            maxLength={200}
            onChange={(recipient) => onChange({ ...order, recipient })}
            onKeyDown={onKeyDown}
            value={order.recipient}
            {...lacks(order.recipient)}
          />
          <TextField
            label={say('quotes.export.purpose')}
            maxLength={500}
            onChange={(purpose) => onChange({ ...order, purpose })}
            onKeyDown={onKeyDown}
            value={order.purpose}
            {...lacks(order.purpose)}
          />
        </>
      ) : null}
      {check === undefined || check.refused.length === 0 ? null : (
        <div className={styles.refused} role="status">
          <ul>
            {check.refused.slice(0, mostRefused).map(({ values, reason }) => (
              <li key={values.join(' ')}>
                {say(reason === 'together' ? 'quotes.export.together' : 'quotes.export.refused', {
                  threshold: check.threshold,
                  values: values.join(', '),
                })}
              </li>
            ))}
            {check.refused.length <= mostRefused ? null : (
              <li>{say('quotes.export.refusedMore', { n: check.refused.length - mostRefused })}</li>
            )}
          </ul>
          <p>{say('quotes.export.coarser')}</p>
          <div className={styles.choices}>
            {[...check.coarser, []].map((keys) => (
              <Button key={keys.join(' ')} onPress={() => onChange({ ...order, attributes: keys })} size="bar">
                {keys.length === 0 ? say('quotes.export.noAttribute') : keys.map(nameOf).join(', ')}
              </Button>
            ))}
          </div>
        </div>
      )}
      <p className={styles.note} role="status">
        {check === undefined ? '' : say('quotes.export.holds', { quotes: check.quotes, leftOut: check.leftOut })}
      </p>
      <p className={styles.note}>{say('quotes.export.note')}</p>
    </>
  );
}
