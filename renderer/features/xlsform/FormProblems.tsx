import type { FormInspection } from '../../../shared/contract/xlsform.ts';
import type { FormProblem } from '../../../shared/xlsform/problems.ts';
import { useText } from '../../lib/text.ts';
import { DataTable } from '../../ui/data-table/DataTable.tsx';
import type { DataColumn } from '../../ui/data-table/columns.ts';
import { StatusText } from '../../ui/status-text/StatusText.tsx';
import { placeWords } from './place-words.ts';
import styles from './Xlsform.module.css';

/** What is wrong or unusual in a form's file, errors first, each with its place as the spreadsheet shows it. */
export function FormProblems({ inspection }: { readonly inspection: FormInspection }) {
  const say = useText();
  const { problems, errorCount, warningCount } = inspection;
  const rows = problems.map((problem, index) => ({ ...problem, key: String(index) }));
  type Row = (typeof rows)[number];
  const columns: readonly DataColumn<Row>[] = [
    {
      id: 'severity',
      header: say('xlsform.import.severity'),
      width: '8rem',
      render: ({ severity }) => (
        <StatusText icon={severity === 'error' ? 'hardCheck' : 'softCheck'} tone={severity === 'error' ? 'bad' : 'warn'}>
          {say(`xlsform.import.severity.${severity}`)}
        </StatusText>
      ),
    },
    {
      id: 'place',
      header: say('xlsform.import.place'),
      width: '30%',
      isRowHeader: true,
      render: (problem) => <span className={styles.place}>{placeWords(say, problem)}</span>,
    },
    { id: 'problem', header: say('xlsform.import.problem'), render: (problem) => <ProblemWords problem={problem} /> },
  ];
  if (problems.length === 0) return <p className={styles.none}>{say('xlsform.import.noProblems')}</p>;
  const more = errorCount + warningCount - problems.length;
  return (
    <div className={styles.table}>
      <DataTable columns={columns} isFullWidth label={say('xlsform.import.view.problems')} rowKey={({ key }) => key} rows={rows} />
      {more > 0 ? <p className={styles.none}>{say('xlsform.import.problemsMore', { count: more })}</p> : null}
    </div>
  );
}

function ProblemWords({ problem }: { readonly problem: FormProblem }) {
  const say = useText();
  const { code, params, detail } = problem;
  return (
    <span className={styles.words}>
      {detail === null ? null : <span>{say.any(detail.message, detail.params)} </span>}
      <span>{say(`xlsform.problem.${code}`, params)}</span>
      {typeof params['expression'] === 'string' ? <code className={styles.expression}>{params['expression']}</code> : null}
    </span>
  );
}
