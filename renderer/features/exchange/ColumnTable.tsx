import type { Ref } from 'react';
import { useContent, useLanguage, useText } from '../../lib/text.ts';
import { formatNumber } from '../../lib/format.ts';
import { DataTable, type DataTableHandle } from '../../ui/data-table/DataTable.tsx';
import type { DataColumn } from '../../ui/data-table/columns.ts';
import { Icon } from '../../ui/icon/Icon.tsx';
import { StatusText } from '../../ui/status-text/StatusText.tsx';
import type { IconName } from '../../ui/icon/icons.ts';
import styles from './Import.module.css';
import { columnRange, type MappingRow } from './mapping-rows.ts';

const roleIcons: Readonly<Record<MappingRow['role'], IconName>> = {
  closed: 'choice',
  multiple: 'several',
  number: 'analysis',
  date: 'meeting',
  open: 'open',
  respondentCode: 'person',
  themes: 'themes',
  skip: 'remove',
};
const optionsShown = 5;

/** What each column of the file becomes: one line per question, in file order. */
export function ColumnTable({
  rows,
  currentId,
  hasTarget,
  tableRef,
  onCurrent,
  onOpen,
}: {
  readonly rows: readonly MappingRow[];
  readonly currentId: string | null;
  /** The columns are matched with an existing questionnaire. */
  readonly hasTarget: boolean;
  readonly tableRef: Ref<DataTableHandle>;
  readonly onCurrent: (id: string) => void;
  readonly onOpen: () => void;
}) {
  const say = useText();
  const language = useLanguage();
  const columns: readonly DataColumn<MappingRow>[] = [
    { id: 'column', header: say('exchange.import.column'), render: (row) => columnRange(row.columns), isNumeric: true, width: '5.5rem' },
    {
      id: 'question',
      header: say('exchange.import.question'),
      render: (row) => <QuestionCell row={row} />,
      isRowHeader: true,
      width: hasTarget ? '26%' : '31%',
    },
    hasTarget
      ? { id: 'target', header: say('exchange.match.becomes'), width: '28%', render: (row) => <TargetCell row={row} /> }
      : { id: 'role', header: say('exchange.import.role'), width: '8.5rem', render: (row) => <Role row={row} /> },
    {
      id: 'answered',
      header: say('exchange.import.answered'),
      align: 'end',
      isNumeric: true,
      width: '4rem',
      render: (row) => (row.tally === null ? '' : formatNumber(row.tally.answered, language)),
    },
    { id: 'contents', header: say('exchange.import.contents'), render: (row) => <Contents row={row} /> },
  ];
  return (
    <DataTable
      columns={columns}
      currentKey={currentId}
      handleRef={tableRef}
      isFullWidth
      label={say('exchange.import.table')}
      onCurrentKeyChange={onCurrent}
      onOpen={onOpen}
      rowKey={({ id }) => id}
      rows={rows}
    />
  );
}

function Role({ row }: { readonly row: MappingRow }) {
  const say = useText();
  return (
    <span className={styles.role} data-quiet={row.role === 'skip' || undefined}>
      <Icon name={row.question?.kind === 'closed' && row.question.scale !== null ? 'scale' : roleIcons[row.role]} size={14} />{' '}
      {say(`exchange.import.role.${row.role}`)}
    </span>
  );
}

/** Which question of the questionnaire it is, and whether a person should look. */
function TargetCell({ row }: { readonly row: MappingRow }) {
  const say = useText();
  const content = useContent();
  const { link, target } = row;
  if (link === null) return <Role row={row} />;
  const lead = target?.lead ?? null;
  return (
    <span className={styles.target}>
      {link.isSure ? null : (
        <StatusText icon="softCheck" tone="warn">
          {say(target === null ? 'exchange.match.unsure.added' : 'exchange.match.unsure')}
        </StatusText>
      )}
      {lead === null ? null : <span className={styles.group}>{content(lead)}</span>}
      <span className={styles.question}>
        {target === null ? say('exchange.match.added') : `${target.number}. ${content(target.wording)}`}
      </span>
    </span>
  );
}

function QuestionCell({ row }: { readonly row: MappingRow }) {
  const say = useText();
  const label = row.label === '' ? say('exchange.import.columnNumber', { number: (row.columns[0] ?? 0) + 1 }) : row.label;
  return (
    <span className={styles.question} data-quiet={row.role === 'skip' || undefined}>
      {row.question === null || row.question.group === null ? null : <span className={styles.group}>{row.question.group}</span>}
      <span>{label}</span>
    </span>
  );
}

/** The options with how many chose each, or the first cells; what people wrote is set as people's words. */
function Contents({ row }: { readonly row: MappingRow }) {
  const say = useText();
  const language = useLanguage();
  const problems =
    row.tally === null || row.tally.problems === 0 ? null : (
      <span className={styles.bad}>{say('exchange.import.problems', { count: row.tally.problems })}</span>
    );
  if (row.question?.kind === 'closed' || row.question?.kind === 'multiple') {
    const { options } = row.question;
    const counts = new Map(row.tally?.codes.map(({ code, count }) => [code, count]));
    return (
      <span className={styles.contents}>
        {options.slice(0, optionsShown).map(({ code, label }) => (
          <span className={styles.option} key={code}>
            <span className={styles.code}>{code}</span> <span className={styles.label}>{label}</span>{' '}
            {row.tally === null ? null : <span className={styles.count}>{formatNumber(counts.get(code) ?? 0, language)}</span>}
          </span>
        ))}
        {options.length > optionsShown ? (
          <span className={styles.count}>{say('exchange.import.moreOptions', { count: options.length - optionsShown })}</span>
        ) : null}
        {problems}
      </span>
    );
  }
  return (
    <span className={styles.contents} data-words={row.role === 'open' || undefined}>
      <span className={styles.example}>{row.role === 'open' ? row.examples[0] : row.examples.join(' · ')}</span>
      {problems}
    </span>
  );
}
