import { Icon } from '../icon/Icon.tsx';
import { VisuallyHidden } from '../visually-hidden/VisuallyHidden.tsx';
import { type DataColumn, type DataSort, nextSort } from './columns.ts';
import styles from './DataTable.module.css';

/** What the head of a working list needs. */
export interface DataTableHeadProps<Row> {
  readonly columns: readonly DataColumn<Row>[];
  readonly sort?: DataSort | undefined;
  readonly onSort?: ((sort: DataSort) => void) | undefined;
  /** Set while the column of checkboxes is shown: its name. */
  readonly selectionHeader?: string | undefined;
}

/** The sticky head. The arrow stands only on the column that is sorted. */
export function DataTableHead<Row>({ columns, sort, onSort, selectionHeader }: DataTableHeadProps<Row>) {
  return (
    <thead>
      <tr>
        {selectionHeader === undefined ? null : (
          <th className={styles.checkCell} scope="col">
            <VisuallyHidden>{selectionHeader}</VisuallyHidden>
          </th>
        )}
        {columns.map((column) => {
          const isSorted = sort?.columnId === column.id;
          return (
            <th
              aria-sort={isSorted ? sort.direction : undefined}
              data-align={column.align ?? 'start'}
              key={column.id}
              scope="col"
              {...(column.width === undefined ? {} : { style: { inlineSize: column.width } })}
            >
              {column.isSortable === true && onSort !== undefined ? (
                <button className={styles.sort} onClick={() => onSort(nextSort(sort, column.id))} type="button">
                  {column.header}
                  {isSorted ? <Icon name={sort.direction === 'ascending' ? 'sortAscending' : 'sortDescending'} size={13} /> : null}
                </button>
              ) : (
                column.header
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
