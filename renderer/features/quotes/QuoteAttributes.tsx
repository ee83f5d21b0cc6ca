import type { GridColumns } from '../../../shared/contract/coding.ts';
import type { QuoteAttributeKey } from '../../../shared/contract/quotes.ts';
import { localised } from '../../../shared/model/text.ts';
import type { client } from '../../lib/client.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Select } from '../../ui/select/Select.tsx';
import styles from './quotes.module.css';

type Check = Awaited<ReturnType<typeof client.quotes.fileCheck>>;

interface QuoteAttributesProps {
  /** At most two. */
  readonly attributes: readonly QuoteAttributeKey[];
  readonly onChange: (attributes: readonly QuoteAttributeKey[]) => void;
  readonly known: GridColumns;
  readonly check: Check | undefined;
}

const none = 'none';
const mostRefused = 4;

/** What stands under each quote; with what may not, and what may instead. */
export function QuoteAttributes({ attributes, onChange, known, check }: QuoteAttributesProps) {
  const say = useText();
  const language = useLanguage();
  const facts = (['place', 'area', 'service', 'wave'] as const).map((id) => ({
    id: id as QuoteAttributeKey,
    label: say(`quotes.attribute.${id}`),
  }));
  const questions = known.columns
    .filter(({ options }) => options.length > 0)
    .map(({ variableId, title }) => ({ id: variableId as QuoteAttributeKey, label: localised(title, language) }));
  const choices = [...facts, ...questions];
  const nameOf = (key: QuoteAttributeKey): string => choices.find(({ id }) => id === key)?.label ?? '';
  const setAt = (at: 0 | 1, id: string): void => {
    const key = choices.find((one) => one.id === id)?.id;
    const other = attributes[1 - at];
    const both = at === 0 ? [key, other] : [other, key];
    onChange([...new Set(both.filter((one) => one !== undefined))]);
  };
  return (
    <>
      <div className={styles.pair}>
        {([0, 1] as const).map((at) => (
          <Select
            key={at}
            label={say(at === 0 ? 'quotes.export.attribute1' : 'quotes.export.attribute2')}
            onChange={(id: string) => setAt(at, id)}
            options={[
              { id: none, label: say('quotes.export.noAttribute') },
              ...choices.map(({ id, label }) => ({ id: id as string, label })),
            ]}
            value={attributes[at] ?? none}
          />
        ))}
      </div>
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
              <Button key={keys.join(' ')} onPress={() => onChange(keys)} size="bar">
                {keys.length === 0 ? say('quotes.export.noAttribute') : keys.map(nameOf).join(', ')}
              </Button>
            ))}
          </div>
        </div>
      )}
    </>
  );
}
