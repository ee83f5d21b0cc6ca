import { useText } from '../../lib/text.ts';
import { Select } from '../../ui/select/Select.tsx';
import styles from './Import.module.css';
import type { MappingRow } from './mapping-rows.ts';

/** Values that are none of the question's options, each to be read as one of them or as no answer. What is chosen is remembered. */
export function UnreadValues({
  row,
  onRead,
}: {
  readonly row: Pick<MappingRow, 'question' | 'unread'>;
  /** `code` null: it is no answer. */
  readonly onRead: (value: string, code: number | null) => void;
}) {
  const say = useText();
  const { question } = row;
  if (question === null || !('options' in question) || row.unread.length === 0) return null;
  const options = [
    ...question.options.map(({ code, label }) => ({ id: String(code), label })),
    { id: 'none', label: say('exchange.match.noAnswer') },
  ];
  return (
    <section className={styles.unread}>
      <h3>{say('exchange.match.unread', { count: row.unread.length })}</h3>
      {row.unread.map(({ value, count }) => (
        <Select
          emptyText={say('exchange.match.notRead')}
          key={value}
          label={value}
          labelNote={say('exchange.match.times', { count })}
          onChange={(id) => onRead(value, id === 'none' ? null : Number(id))}
          options={options}
          value={null}
        />
      ))}
    </section>
  );
}
