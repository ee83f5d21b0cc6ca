import type { SurveyMapping } from '../../../shared/model/survey-file.ts';
import { useText } from '../../lib/text.ts';
import { Select } from '../../ui/select/Select.tsx';
import styles from './Import.module.css';
import { readValue, type MappingRow } from './mapping-rows.ts';
import type { useSurveyImport } from './use-survey-import.ts';

/** Values that are none of the question's options, each to be read as one of them or as no answer. What is chosen is remembered. */
export function UnreadValues({
  row,
  mapping,
  survey,
}: {
  readonly row: MappingRow;
  readonly mapping: SurveyMapping;
  readonly survey: ReturnType<typeof useSurveyImport>;
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
          onChange={(id) => void survey.settle(readValue(mapping, question.key, value, id === 'none' ? null : Number(id)), value)}
          options={options}
          value={null}
        />
      ))}
    </section>
  );
}
