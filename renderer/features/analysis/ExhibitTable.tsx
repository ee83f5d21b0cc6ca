import type { ReactNode } from 'react';
import type { ReleasedExhibit } from '../../../shared/model/exhibit.ts';
import { useText } from '../../lib/text.ts';
import { ReportTable } from '../../ui/report-table/ReportTable.tsx';
import { tableModel, type TableOptions } from './table-model.ts';

interface ExhibitTableProps {
  readonly exhibit: ReleasedExhibit;
  readonly options: TableOptions;
  readonly title?: ReactNode;
  readonly subtitle?: ReactNode;
}

/** The released figures as a table. */
export function ExhibitTable({ exhibit, options, title, subtitle }: ExhibitTableProps) {
  const say = useText();
  const model = tableModel(exhibit, options, say);
  return (
    <ReportTable
      base={model.base}
      columns={model.columns}
      rows={model.rows}
      stubLabel={say('analysis.table.stub')}
      {...(title === undefined ? {} : { title })}
      {...(subtitle === undefined ? {} : { subtitle })}
    />
  );
}
