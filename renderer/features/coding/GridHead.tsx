import type { GridSort } from '../../../shared/contract/coding.ts';
import { VariableId } from '../../../shared/model/ids.ts';
import { useText } from '../../lib/text.ts';
import { Icon } from '../../ui/icon/Icon.tsx';
import styles from './AnswerGrid.module.css';
import { isFact, type ColumnId, type ShownColumn } from './grid-columns.ts';

/** What the head of the grid needs. */
export interface GridHeadProps {
  readonly columns: readonly ShownColumn[];
  readonly isOfPersons: boolean;
  readonly sort: GridSort | null;
  readonly onSort: (sort: GridSort | null) => void;
}

/** The order a press on a column's head asks for: up, down, and as asked again. */
function nextSort(id: ColumnId, sort: GridSort | null): GridSort | null {
  const by: Pick<GridSort, 'by' | 'variableId'> = isFact(id) ? { by: id } : { by: 'answer', variableId: VariableId.parse(id) };
  if (!isSortedBy(id, sort)) return { ...by, direction: 'up' };
  return sort?.direction === 'up' ? { ...by, direction: 'down' } : null;
}

function isSortedBy(id: ColumnId, sort: GridSort | null): boolean {
  return sort !== null && (sort.by === id || (sort.by === 'answer' && sort.variableId === id));
}

/** Names of the columns. A press sorts by the column; by keyboard the order is chosen in the bar above. */
export function GridHead({ columns, isOfPersons, sort, onSort }: GridHeadProps) {
  const say = useText();
  return (
    <div aria-rowindex={1} className={styles.head} data-head role="row">
      <span role="columnheader">{say(isOfPersons ? 'coding.grid.person' : 'coding.grid.from')}</span>
      <span role="columnheader">{say(isOfPersons ? 'coding.grid.answer' : 'coding.grid.paragraph')}</span>
      {columns.map((column) => {
        const isSorted = isSortedBy(column.id, sort);
        return (
          <span
            aria-sort={isSorted ? (sort?.direction === 'down' ? 'descending' : 'ascending') : 'none'}
            data-numeric={column.isNumeric || undefined}
            key={column.id}
            role="columnheader"
            title={column.title === '' ? undefined : column.title}
          >
            <button className={styles.sorter} onClick={() => onSort(nextSort(column.id, sort))} tabIndex={-1} type="button">
              <span className={styles.sorterName}>{column.name}</span>
              {isSorted ? <Icon name={sort?.direction === 'down' ? 'sortDescending' : 'sortAscending'} size={13} /> : null}
            </button>
          </span>
        );
      })}
      <span role="columnheader">{say('coding.grid.themes')}</span>
    </div>
  );
}
