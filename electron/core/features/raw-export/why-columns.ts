import type { CoreWords } from '../../words.ts';
import type { RawCell } from './cells.ts';
import { savKindOf } from './sav-table.ts';
import type { RawTableSource } from './source.ts';
import type { TableColumn } from './table.ts';

/**
 * A table as SPSS can hold it. A string has no room for the codes of reasons (it can declare three missing values, of eight bytes), so why it
 * is empty stands in a variable of its own behind it; an answer leaves that empty.
 */
export function withWhyColumns(table: RawTableSource, words: CoreWords): RawTableSource {
  const { columns } = table.shape;
  const isSplit = columns.map((column) => column.reasons.length > 0 && savKindOf(column) === 'string');
  if (!isSplit.includes(true)) return table;
  const taken = new Set(columns.map(({ header }) => header.toLowerCase()));
  const whyOf = (column: TableColumn): TableColumn => {
    let header = `${column.header}_missing`;
    for (let number = 2; taken.has(header.toLowerCase()); number += 1) header = `${column.header}_missing_${number}`;
    taken.add(header.toLowerCase());
    const label = `${column.label}: ${words('rawExport.file.why')}`;
    return { ...column, header, label, kind: 'why', isNumber: true, values: column.reasons, reasons: [] };
  };
  const split = (row: readonly RawCell[]): RawCell[] =>
    row.flatMap((cell, at): RawCell[] => {
      if (isSplit[at] !== true) return [cell];
      return typeof cell === 'number' ? [null, cell] : [cell, null];
    });
  return {
    ...table,
    shape: {
      ...table.shape,
      columns: columns.flatMap((column, at) => (isSplit[at] === true ? [{ ...column, reasons: [] }, whyOf(column)] : [column])),
    },
    pages: function* () {
      for (const page of table.pages()) yield page.map(split);
    },
  };
}
