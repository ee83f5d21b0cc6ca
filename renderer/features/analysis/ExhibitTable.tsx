import type { ReactNode } from 'react';
import type { ReleasedExhibit } from '../../../shared/model/exhibit.ts';
import { useText } from '../../lib/text.ts';
import { ModelTable } from './ModelTable.tsx';
import { tableModel, type TableModel, type TableOptions } from './table-model.ts';

/** A cell that was asked about. `row` and `column` are keys of the exhibit's own rows and columns. */
export interface CellPlace {
  readonly row: string;
  readonly column: string;
}

interface ExhibitTableProps {
  readonly exhibit: ReleasedExhibit;
  readonly options: TableOptions;
  readonly title?: ReactNode;
  readonly subtitle?: ReactNode;
  /** Where a heading above says what it is: the title is its name, and is not seen. */
  readonly isTitleHidden?: boolean;
  /** Enter or a double click on a cell; with it the cells can be gone through with the arrows. */
  readonly onBehind?: ((place: CellPlace, spoken: string) => void) | undefined;
}

function placeOf(exhibit: ReleasedExhibit, model: TableModel, row: number, column: number): CellPlace {
  const across = model.columns[column]?.key ?? '';
  const down = model.rows[row]?.key ?? '';
  // A battery stands on its side: its items are the columns of the table.
  return exhibit.kind === 'likert' ? { row: across, column: down } : { row: down, column: across };
}

/** The released figures as a table. */
export function ExhibitTable({ exhibit, options, title, subtitle, isTitleHidden = false, onBehind }: ExhibitTableProps) {
  const say = useText();
  const model = tableModel(exhibit, options, say);
  function ask(row: number, column: number): void {
    const cell = model.rows[row]?.cells[column];
    if (cell !== undefined) onBehind?.(placeOf(exhibit, model, row, column), cell.spoken);
  }
  return (
    <ModelTable
      isTitleHidden={isTitleHidden}
      model={model}
      onAsk={onBehind === undefined ? undefined : ask}
      subtitle={subtitle}
      title={title}
    />
  );
}
