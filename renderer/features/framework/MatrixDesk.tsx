import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useMemo, useState } from 'react';
import type { GridColumns } from '../../../shared/contract/coding.ts';
import type { Framework } from '../../../shared/contract/framework.ts';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { client } from '../../lib/client.ts';
import { useCommand } from '../../lib/commands.tsx';
import { today } from '../../lib/dates.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import { notice } from '../../lib/status.ts';
import { useContent, useLanguage, useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { EmptyState } from '../../ui/empty-state/EmptyState.tsx';
import { IconButton } from '../../ui/icon-button/IconButton.tsx';
import { SplitPane } from '../../ui/split-pane/SplitPane.tsx';
import { NewFindingDialog } from '../findings/index.ts';
import type { Themes } from '../themes/index.ts';
import { CellPane } from './CellPane.tsx';
import styles from './framework.module.css';
import { MatrixBar, type MatrixView } from './MatrixBar.tsx';
import { MatrixExportDialog } from './MatrixExportDialog.tsx';
import { MatrixGrid } from './MatrixGrid.tsx';
import { ThemesDialog } from './ThemesDialog.tsx';
import { useMatrix } from './use-matrix.ts';
import { useMatrixDesk } from './use-matrix-desk.ts';

export interface MatrixDeskProps {
  readonly projectId: ProjectId;
  readonly matrix: Framework;
  readonly known: GridColumns;
  readonly themes: Themes;
  readonly isExporting: boolean;
  readonly onExported: () => void;
  /** Which matrix it is, at the head of the bar. */
  readonly start: ReactNode;
}

type Dialog = 'finding' | 'themes' | null;

/** One matrix at work: its rows and cells, and beside them the words behind the current cell. */
export function MatrixDesk({ projectId, matrix, known, themes, isExporting, onExported, start }: MatrixDeskProps) {
  const say = useText();
  const content = useContent();
  const language = useLanguage();
  const navigate = useNavigate();
  const [view, setView] = useState<MatrixView>({});
  const [dialog, setDialog] = useState<Dialog>(null);
  // Where it would lie over the matrix the pane waits until it is asked for.
  const [hasPane, setPane] = useState(() => window.innerWidth >= 1200);
  const scope = useMemo(() => ({ frameworkId: matrix.id, ...view }), [matrix.id, view]);
  const beside = useMemo(() => known.columns.filter((one) => one.isBackground).slice(0, 2), [known]);
  const variables = useMemo(() => beside.map((one) => one.variableId), [beside]);
  const data = useMatrix(matrix, scope, variables);
  const desk = useMatrixDesk(data);
  const place = data.placeOf(desk.at);
  const cellIds = desk.selected.size > 0 ? [...desk.selected] : [data.cellAt(desk.at)?.cellId].filter((id) => id !== undefined);
  function makeFinding(): void {
    if (cellIds.length === 0) notice.set({ text: say('framework.cell.emptyNoFinding'), tone: 'neutral' });
    else setDialog('finding');
  }
  useCommand('framework.finding', makeFinding);
  useCommand('framework.themes', () => setDialog('themes'));
  const factsOf = (index: number): string =>
    (data.pages.rowAt(index)?.background ?? [])
      .flatMap((value, at) => {
        const codes = value === null ? [] : Array.isArray(value) ? value : [value];
        return codes.map((code) => {
          const label = beside[at]?.options.find((option) => option.code === code)?.label;
          return label === undefined ? String(code) : content(label);
        });
      })
      .join(' · ');
  const isFiltered = view.filter !== undefined && Object.values(view.filter).some((part) => part !== undefined);
  const empty =
    matrix.themeIds.length === 0 ? (
      <EmptyState
        action={<Button onPress={() => setDialog('themes')}>{say('framework.themes.title')}</Button>}
        how={say('framework.empty.themesHow')}
        what={say('framework.empty.themes')}
      />
    ) : data.pages.total === 0 ? (
      isFiltered ? (
        <EmptyState
          action={<Button onPress={() => setView({})}>{say('framework.filter.clear')}</Button>}
          what={say('framework.empty.filter')}
        />
      ) : (
        <EmptyState how={say('framework.empty.rowsHow')} what={say(`framework.empty.rows.${matrix.unit}`)} />
      )
    ) : null;
  return (
    <>
      <MatrixBar
        desk={desk}
        known={known}
        onFinding={makeFinding}
        onThemes={() => setDialog('themes')}
        onView={setView}
        start={
          <>
            {start}
            <IconButton
              icon="rightPane"
              label={say(hasPane ? 'framework.pane.hide' : 'framework.pane.show')}
              onPress={() => setPane(!hasPane)}
            />
          </>
        }
        themes={themes}
        view={view}
      />
      <Loaded query={{ data: data.pages.isPending ? undefined : data.pages, error: data.pages.error, refetch: data.pages.refetch }}>
        {() => (
          <div className={styles.split}>
            {empty ?? (
              <SplitPane
                end={
                  place === null || !hasPane
                    ? undefined
                    : {
                        label: say('framework.pane'),
                        handleLabel: say('framework.pane.handle'),
                        defaultSize: 288,
                        children: <CellPane desk={desk} place={place} projectId={projectId} themes={themes} />,
                      }
                }
              >
                <div className={styles.main}>
                  <MatrixGrid desk={desk} factsOf={factsOf} themes={themes} />
                </div>
              </SplitPane>
            )}
          </div>
        )}
      </Loaded>
      {dialog === 'themes' ? <ThemesDialog matrix={matrix} onClose={() => setDialog(null)} themes={themes} /> : null}
      {dialog === 'finding' ? (
        <NewFindingDialog
          day={today()}
          language={language}
          make={({ wording, polarity, today: day }) =>
            client.framework.makeFinding({ projectId, cellIds, wording, polarity, language, today: day })
          }
          onClose={() => setDialog(null)}
          onMade={({ findingId }) =>
            void navigate({ to: '/projects/$project/findings', params: { project: projectId }, search: { row: findingId } })
          }
          origin={{ projectId }}
        />
      ) : null}
      {isExporting ? <MatrixExportDialog onClose={onExported} scope={scope} /> : null}
    </>
  );
}
