import type { Ref } from 'react';
import type { CodebookInspection, InspectedTheme } from '../../../shared/contract/codebook-exchange.ts';
import { useContent, useText, type Say } from '../../lib/text.ts';
import { DataTable, type DataTableHandle } from '../../ui/data-table/DataTable.tsx';
import type { DataColumn } from '../../ui/data-table/columns.ts';
import { EmptyState } from '../../ui/empty-state/EmptyState.tsx';
import type { Themes } from '../themes/index.ts';
import styles from './exchange.module.css';

interface ImportedThemesProps {
  readonly inspection: CodebookInspection;
  readonly themes: Themes;
  readonly currentKey: string | null;
  readonly onCurrentKeyChange: (key: string) => void;
  readonly onOpen: () => void;
  readonly handleRef: Ref<DataTableHandle>;
}

/** Every theme of the file in its place, and what it becomes. */
export function ImportedThemes({ inspection, themes, currentKey, onCurrentKeyChange, onOpen, handleRef }: ImportedThemesProps) {
  const say = useText();
  const content = useContent();
  const { rows, rowCount } = inspection;
  const more = rowCount - rows.length;
  const columns: readonly DataColumn<InspectedTheme>[] = [
    {
      id: 'line',
      header: say('codebookExchange.import.line'),
      align: 'end',
      isNumeric: true,
      width: '4.5rem',
      render: ({ line }) => (line === 0 ? '' : String(line)),
    },
    {
      id: 'theme',
      header: say('codebookExchange.import.theme'),
      isRowHeader: true,
      render: ({ depth, terms, number }) => (
        <span className={styles.name} data-depth={Math.min(depth, 6)}>
          {content(terms) || (number ?? '')}
        </span>
      ),
    },
    { id: 'becomes', header: say('codebookExchange.import.becomes'), width: '42%', render: (row) => <Becomes row={row} themes={themes} /> },
    {
      id: 'differs',
      header: say('codebookExchange.import.differs'),
      width: '22%',
      render: ({ choice, differences }) =>
        choice.as === 'same' ? (
          <span className={styles.quiet}>{say('codebookExchange.import.diffCount', { count: differences.length })}</span>
        ) : (
          ''
        ),
    },
  ];
  return (
    <>
      <DataTable
        columns={columns}
        currentKey={currentKey}
        empty={<EmptyState what={say('codebookExchange.import.none')} />}
        handleRef={handleRef}
        isFullWidth
        label={say('codebookExchange.import.theme')}
        onCurrentKeyChange={onCurrentKeyChange}
        onOpen={onOpen}
        rowKey={({ key }) => key}
        rows={rows}
      />
      {more > 0 ? <p className={styles.none}>{say('codebookExchange.import.rowsMore', { count: more })}</p> : null}
    </>
  );
}

function Becomes({ row, themes }: { readonly row: InspectedTheme; readonly themes: Themes }) {
  const say = useText();
  const { choice } = row;
  if (choice.as !== 'same')
    return <span className={choice.as === 'skip' ? styles.quiet : undefined}>{say(`codebookExchange.import.becomes.${choice.as}`)}</span>;
  const name = themes.nameOf(choice.themeId);
  const why = matchWords(say, row, choice.themeId, name);
  return (
    <span>
      {say('codebookExchange.import.becomes.same', { theme: name })}
      {why === '' ? null : <span className={styles.quiet}> {why}</span>}
    </span>
  );
}

/** By what it was found; nothing when a person chose it, or when it is plain to see. */
function matchWords(say: Say, { match }: InspectedTheme, themeId: string, name: string): string {
  if (match === null || match.themeId !== themeId || (match.by === 'term' && match.word === name)) return '';
  return `(${say(`codebookExchange.import.by.${match.by}`, { word: match.word })})`;
}
