import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { exhibitWords } from '../../../shared/charts/index.ts';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { orpc } from '../../lib/client.ts';
import { spoken } from '../../lib/errors.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import { useLanguage, useText } from '../../lib/text.ts';
import { EmptyState } from '../../ui/empty-state/EmptyState.tsx';
import { SegmentedControl } from '../../ui/segmented-control/SegmentedControl.tsx';
import { ExhibitNotes } from '../analysis/index.ts';
import { useThemes } from '../themes/index.ts';
import { MeetingsTable } from './MeetingsTable.tsx';
import { MinutesPane } from './MinutesPane.tsx';
import { themeLines } from './meeting-rows.ts';
import type { CompareState } from './use-compare-view.ts';
import { WithPane } from './WithPane.tsx';
import styles from './compare.module.css';

interface MeetingsPartProps {
  readonly projectId: ProjectId;
  readonly view: CompareState;
}

/** What persons say in the interviews beside what comes up in meetings, theme by theme. */
export function MeetingsPart({ projectId, view }: MeetingsPartProps) {
  const say = useText();
  const language = useLanguage();
  const { themes } = useThemes(projectId);
  const of = view.isOwnMeetings ? 'project' : 'all';
  const query = useQuery({
    ...orpc.compare.meetings.queryOptions({ input: { projectId, of, language } }),
    placeholderData: keepPreviousData,
  });
  const isBlind = query.error !== null && spoken(query.error).message === 'error.CODING_IS_BLIND';
  if (isBlind) return <EmptyState how={say('compare.blindHow')} what={say('compare.blind')} />;
  return (
    <Loaded query={query}>
      {({ exhibit, meetings, rows }) => {
        const lines = themeLines(rows, exhibit);
        const open = lines.find(({ theme }) => theme.themeId === view.row);
        return (
          <WithPane
            pane={
              open === undefined ? null : (
                <MinutesPane
                  isOwn={view.isOwnMeetings}
                  line={open}
                  name={themes.nameOf(open.theme.themeId)}
                  onClose={() => view.change({ row: undefined })}
                  projectId={projectId}
                />
              )
            }
          >
            <div className={styles.bar}>
              <SegmentedControl
                label={say('compare.meetings.of')}
                onChange={(id) => view.change({ filter: id === 'project' ? 'project' : undefined, row: undefined })}
                segments={(['all', 'project'] as const).map((id) => ({ id, label: say(`compare.meetings.of.${id}`) }))}
                value={of}
              />
            </div>
            {lines.length === 0 ? (
              <EmptyState how={say('compare.meetings.noneHow')} what={say('compare.meetings.none')} />
            ) : (
              <>
                <MeetingsTable
                  exhibit={exhibit}
                  lines={lines}
                  meetings={meetings}
                  onOpen={(row) => view.change({ row })}
                  open={view.row}
                  themes={themes}
                />
                <div className={styles.notes}>
                  <p>{say('compare.note.meetings')}</p>
                  {exhibit === null ? <p>{say('compare.stoppedHow')}</p> : null}
                </div>
                {exhibit === null ? null : (
                  <div className={styles.notes}>
                    <ExhibitNotes exhibit={exhibit} hasChart={false} words={exhibitWords(exhibit, say)} />
                  </div>
                )}
              </>
            )}
          </WithPane>
        );
      }}
    </Loaded>
  );
}
