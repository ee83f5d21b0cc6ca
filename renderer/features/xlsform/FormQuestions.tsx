import type { FormInspection, FormRow } from '../../../shared/contract/xlsform.ts';
import { formatNumber } from '../../lib/format.ts';
import { useContent, useLanguage, useText } from '../../lib/text.ts';
import { DataTable } from '../../ui/data-table/DataTable.tsx';
import type { DataColumn } from '../../ui/data-table/columns.ts';
import { Icon } from '../../ui/icon/Icon.tsx';
import styles from './Xlsform.module.css';

/** Every question as it will come in, in its section. What cannot be asked here is grey. */
export function FormQuestions({ inspection }: { readonly inspection: FormInspection }) {
  const say = useText();
  const language = useLanguage();
  const content = useContent();
  const { questions, questionCount, sections } = inspection;
  // A section is named where it begins.
  const firsts = new Set(questions.filter(({ section }, index) => section !== questions[index - 1]?.section).map(({ name }) => name));
  const columns: readonly DataColumn<FormRow>[] = [
    {
      id: 'row',
      header: say('xlsform.import.row'),
      isNumeric: true,
      align: 'end',
      width: '4rem',
      // As the spreadsheet numbers its rows, without signs between thousands.
      render: ({ row }) => (row === 0 ? '' : String(row)),
    },
    {
      id: 'section',
      header: say('xlsform.import.section'),
      width: '14%',
      render: ({ section, name }) =>
        firsts.has(name) ? (
          <span className={styles.section}>{content(sections[section]?.title ?? {}) || (sections[section]?.name ?? '')}</span>
        ) : (
          ''
        ),
    },
    {
      id: 'question',
      header: say('xlsform.import.question'),
      isRowHeader: true,
      render: (row) => (
        <span className={styles.question} data-depth={Math.min(row.depth, 3)} data-quiet={row.keptType !== null || undefined}>
          {content(row.wording) || <span className={styles.hint}>{say('xlsform.import.noWording')}</span>}
        </span>
      ),
    },
    {
      id: 'variable',
      header: say('xlsform.import.variable'),
      width: '20%',
      render: ({ name }) => <span className={styles.variable}>{name}</span>,
    },
    { id: 'type', header: say('xlsform.import.type'), width: '12rem', render: (row) => <TypeCell row={row} /> },
    {
      id: 'options',
      header: say('xlsform.import.options'),
      isNumeric: true,
      align: 'end',
      width: '8.5rem',
      render: ({ optionCount }) => (optionCount === 0 ? '' : formatNumber(optionCount, language)),
    },
  ];
  if (questionCount === 0) return <p className={styles.none}>{say('xlsform.import.noQuestions')}</p>;
  return (
    <div className={styles.table}>
      <DataTable columns={columns} isFullWidth label={say('xlsform.import.view.questions')} rowKey={({ name }) => name} rows={questions} />
      {questionCount > questions.length ? (
        <p className={styles.none}>{say('xlsform.import.questionsMore', { count: questionCount - questions.length })}</p>
      ) : null}
    </div>
  );
}

function TypeCell({ row }: { readonly row: FormRow }) {
  const say = useText();
  if (row.keptType === null) return <span>{say(`questionnaires.type.${row.type}`)}</span>;
  return (
    <span className={styles.kept}>
      <Icon name="stopped" size={14} /> {say('xlsform.import.keptType', { type: row.keptType })}
    </span>
  );
}
