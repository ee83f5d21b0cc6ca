import { type ReactNode } from 'react';
import type { GridColumns, OpenQuestion } from '../../../shared/contract/coding.ts';
import { useText } from '../../lib/text.ts';
import { Toolbar } from '../../ui/toolbar/Toolbar.tsx';
import type { Themes } from '../themes/index.ts';
import { ColumnPicker } from './ColumnPicker.tsx';
import { FilterPicker } from './FilterPicker.tsx';
import type { ColumnId, ShownColumn } from './grid-columns.ts';
import { SortPicker } from './SortPicker.tsx';
import { SourcePicker } from './SourcePicker.tsx';
import type { GridViewing } from './use-grid-view.ts';

/** What can be coded in a project, and how far it has come. */
export interface CodableCounts {
  readonly questions: readonly OpenQuestion[];
  readonly minutes: { readonly meetings: number; readonly texts: number; readonly coded: number };
  readonly documents: { readonly texts: number; readonly coded: number };
}

/** What the bar above the grid needs. */
export interface GridToolbarProps {
  readonly viewing: GridViewing;
  readonly codable: CodableCounts;
  readonly known: GridColumns;
  readonly columns: readonly ShownColumn[];
  readonly columnIds: readonly ColumnId[];
  /** How many of them there is room for. */
  readonly shownColumns: number;
  readonly onColumns: (ids: readonly ColumnId[]) => void;
  readonly themes: Themes;
  readonly onFiltered: () => void;
  readonly children?: ReactNode;
}

/** What the rows are, which of them, in which order, and what stands beside. */
export function GridToolbar(props: GridToolbarProps) {
  const { viewing, codable, known, columns, columnIds, shownColumns, onColumns, themes, onFiltered, children } = props;
  const say = useText();
  const { source, sort } = viewing.view;
  const end = (
    <>
      <SortPicker columns={columns} onChange={viewing.setSort} sort={sort} source={source} />
      {source.kind === 'minutes' ? null : <ColumnPicker chosen={columnIds} known={known} onChange={onColumns} shown={shownColumns} />}
      {children}
    </>
  );
  return (
    <Toolbar end={end} label={say('coding.filter.show')}>
      <SourcePicker
        documents={codable.documents}
        minutes={codable.minutes}
        onChange={viewing.showSource}
        questions={codable.questions}
        source={source}
      />
      <FilterPicker known={known} onDone={onFiltered} themes={themes} viewing={viewing} />
    </Toolbar>
  );
}
