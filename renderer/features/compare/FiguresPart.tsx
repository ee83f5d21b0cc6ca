import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { CompareBy, ComparedTable, CompareFigure } from '../../../shared/contract/compare.ts';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { orpc } from '../../lib/client.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import { useLanguage, useText } from '../../lib/text.ts';
import { EmptyState } from '../../ui/empty-state/EmptyState.tsx';
import { CompareChoices } from './CompareChoices.tsx';
import { CompareGrid } from './CompareGrid.tsx';
import { CompareNotes } from './CompareNotes.tsx';
import { columnsOfTables, commonReason, linesOfTables, orderLines, type GridLine } from './grid-lines.ts';
import { LinePane } from './LinePane.tsx';
import { WithPane } from './WithPane.tsx';
import styles from './compare.module.css';
import type { CompareState } from './use-compare-view.ts';
import { useHandOnLine } from './use-hand-on-line.ts';
import { useLineDeeds } from './use-line-deeds.ts';

interface FiguresPartProps {
  readonly projectId: ProjectId;
  readonly by: CompareBy;
  readonly view: CompareState;
}

/** Every question over waves, places or services. */
export function FiguresPart({ projectId, by, view }: FiguresPartProps) {
  const say = useText();
  const language = useLanguage();
  const { figure, places } = view;
  const query = useQuery({
    ...orpc.compare.figures.queryOptions({ input: { projectId, by, figure, places, language } }),
    placeholderData: keepPreviousData,
  });
  return (
    <Loaded query={query}>
      {({ figures, columns, tables }) => {
        if (figures.length === 0) return <EmptyState how={say('compare.none.how')} what={say('compare.none')} />;
        if (columns < 2) return <EmptyState how={say(`compare.few.${by}How`)} what={say(`compare.few.${by}`, { n: columns })} />;
        return <Figures by={by} figures={figures} projectId={projectId} tables={tables} view={view} />;
      }}
    </Loaded>
  );
}

interface FiguresProps extends FiguresPartProps {
  readonly figures: readonly CompareFigure[];
  readonly tables: readonly ComparedTable[];
}

function Figures({ projectId, by, view, figures, tables }: FiguresProps) {
  const say = useText();
  const isTime = by === 'waves';
  const lines = orderLines(linesOfTables(tables, { range: say('compare.range', { low: '{low}', high: '{high}' }) }), view.order);
  const columns = columnsOfTables(tables, !isTime);
  const reason = isTime ? commonReason(lines) : null;
  const { current, setCurrent } = useHandOnLine(lines, view);
  const deeds = useLineDeeds(projectId, current);
  const picked = view.row === undefined ? undefined : current;
  const pick = (line: GridLine): void => {
    setCurrent(line);
    view.change({ row: line.key });
  };
  return (
    <WithPane
      pane={
        picked === undefined ? null : (
          <LinePane
            isTime={isTime}
            line={picked}
            onClose={() => view.change({ row: undefined })}
            onCopy={deeds.copy}
            onOpen={() => deeds.open()}
          />
        )
      }
    >
      <CompareChoices figure={view.figure} figures={figures} hasPlaces={by === 'places'} view={view} />
      {lines.length === 0 ? (
        <EmptyState how={say('compare.noFigure.how')} what={say('compare.noFigure')} />
      ) : (
        <>
          {reason === null ? null : (
            <p className={styles.lead}>{say('compare.noChange.all', { reason: say(`compare.noChange.${reason}`) })}</p>
          )}
          <CompareGrid
            columns={columns}
            current={current?.key}
            hasChanges={isTime && reason === null}
            isTime={isTime}
            label={say(`compare.view.${by}`)}
            lines={lines}
            onCurrent={(line) => (view.row === undefined ? setCurrent(line) : pick(line))}
            onOpen={deeds.open}
            onPick={pick}
          />
          <CompareNotes
            lines={lines}
            notes={
              isTime ? [say('compare.note.waves'), ...(reason === null ? [say('compare.note.change')] : [])] : [say('compare.note.groups')]
            }
          />
        </>
      )}
    </WithPane>
  );
}
