import type { Ref } from 'react';
import type { AssignedRole, MappingTrial } from '../../../shared/contract/exchange.ts';
import { DateForm, type FileQuestion } from '../../../shared/model/survey-file.ts';
import { formatNumber } from '../../lib/format.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { IconButton } from '../../ui/icon-button/IconButton.tsx';
import { Select } from '../../ui/select/Select.tsx';
import { TextArea } from '../../ui/text-area/TextArea.tsx';
import styles from './Import.module.css';
import { columnRange, rolesFor, type MappingRow } from './mapping-rows.ts';

/** All about one line of the preview, and the place to correct it. */
export function ColumnPane({
  row,
  trial,
  paneRef,
  onRole,
  onLabel,
  onDateForm,
  onClose,
}: {
  readonly row: MappingRow;
  readonly trial: MappingTrial | null;
  readonly paneRef: Ref<HTMLDivElement>;
  readonly onRole: (role: AssignedRole) => void;
  readonly onLabel: (label: string) => void;
  readonly onDateForm: (dateForm: DateForm) => void;
  readonly onClose: () => void;
}) {
  const say = useText();
  const { question } = row;
  const problems = trial?.problems.filter(({ column }) => row.columns.includes(column - 1)) ?? [];
  return (
    <div className={styles.pane} onKeyDown={(event) => (event.key === 'Escape' ? onClose() : undefined)} ref={paneRef}>
      <div className={styles.paneHead}>
        <h2>{say('exchange.import.columns', { range: columnRange(row.columns), count: row.columns.length })}</h2>
        <IconButton icon="close" label={say('exchange.import.closePane')} onPress={onClose} />
      </div>
      <Select
        label={say('exchange.import.role')}
        onChange={onRole}
        options={rolesFor(row).map((id) => ({ id, label: say(`exchange.import.role.${id}`) }))}
        value={row.role}
      />
      {question === null ? null : (
        // The draft counts when the field is left, so that the list does not change with every letter.
        <TextArea
          defaultValue={question.label}
          key={`${question.key} ${question.label}`}
          label={say('exchange.import.question')}
          onBlur={(event) => {
            const label = event.target instanceof HTMLTextAreaElement ? event.target.value.trim().replaceAll(/\s+/gu, ' ') : '';
            if (label !== '' && label !== question.label) onLabel(label);
          }}
        />
      )}
      {question?.kind !== 'date' ? null : (
        <Select
          caution={question.ambiguous ? say('exchange.import.dateAmbiguous') : undefined}
          label={say('exchange.import.dateForm')}
          onChange={onDateForm}
          options={DateForm.options.map((id) => ({ id, label: say(`exchange.import.dateForm.${id}`) }))}
          value={question.dateForm}
        />
      )}
      {question?.kind === 'closed' || question?.kind === 'multiple' ? <Options options={question.options} row={row} /> : null}
      {question === null ? null : <MissingWords question={question} />}
      {problems.length === 0 ? null : (
        <section>
          <h3>{say('exchange.import.problems', { count: row.tally?.problems ?? problems.length })}</h3>
          <ul className={styles.lines}>
            {problems.map((problem) => (
              <li key={`${problem.row} ${problem.column}`}>
                {say(`exchange.problem.${problem.why}`, { row: problem.row, column: problem.column })}
              </li>
            ))}
          </ul>
        </section>
      )}
      {row.examples.length === 0 ? null : (
        <section>
          <h3>{say('exchange.import.examples')}</h3>
          <ul className={styles.lines} data-words={row.role === 'open' || undefined}>
            {row.examples.map((example) => (
              <li key={example}>{example}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function Options({
  options,
  row,
}: {
  readonly options: readonly { readonly code: number; readonly label: string }[];
  readonly row: MappingRow;
}) {
  const say = useText();
  const language = useLanguage();
  const counts = new Map(row.tally?.codes.map(({ code, count }) => [code, count]));
  return (
    <section>
      <h3>{say('exchange.import.options')}</h3>
      <ol className={styles.options}>
        {options.map(({ code, label }) => (
          <li key={code}>
            <span className={styles.code}>{code}</span>
            <span>{label}</span>
            <span className={styles.count}>{row.tally === null ? '' : formatNumber(counts.get(code) ?? 0, language)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function MissingWords({ question }: { readonly question: FileQuestion }) {
  const say = useText();
  const words = question.missing.filter(({ text }) => text !== '');
  if (words.length === 0) return null;
  return (
    <section>
      <h3>{say('exchange.import.missingWords')}</h3>
      <ul className={styles.lines}>
        {words.map(({ text }) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </section>
  );
}
