import { skipToken, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { InterviewId } from '../../../shared/model/ids.ts';
import { orpc } from '../../lib/client.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import { useProjectId, useRouteParam } from '../../lib/route.ts';
import sheet from '../../lib/sheet/sheet.module.css';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { cx } from '../../ui/cx.ts';
import { EmptyState } from '../../ui/empty-state/EmptyState.tsx';
import { Differences } from './Differences.tsx';

/** Where the two entries of an interview differ, and what is decided about each. */
export function DifferencesScreen() {
  const say = useText();
  const navigate = useNavigate();
  const project = useProjectId();
  const interviewId = InterviewId.parse(useRouteParam('interview'));
  const here = { input: { interviewId } };
  const interview = useQuery(orpc.interviews.get.queryOptions(here));
  const list = useQuery(orpc.doubleEntry.discrepancies.queryOptions(here));
  const versionId = interview.data?.versionId;
  const version = useQuery({
    ...orpc.questionnaires.version.queryOptions({ input: versionId === undefined ? skipToken : { versionId } }),
  });
  const toList = (): void => void navigate({ to: '/projects/$project/interviews', params: { project }, search: { row: interviewId } });
  const toSecond = (): void =>
    void navigate({ to: '/projects/$project/interviews/$interview/second', params: { project, interview: interviewId } });
  return (
    <div className={cx(sheet.page, sheet.scrolls)}>
      <Loaded query={list}>
        {(found) =>
          found.isFinished ? (
            <Loaded query={version}>
              {(asked) => (
                <Loaded query={interview}>
                  {(first) => <Differences first={first} found={found} key={interviewId} onLeave={toList} version={asked} />}
                </Loaded>
              )}
            </Loaded>
          ) : (
            <EmptyState
              action={<Button onPress={toSecond}>{say('fieldwork.list.secondPass')}</Button>}
              how={say('fieldwork.differences.notYetHow')}
              what={say('fieldwork.differences.notYet')}
            />
          )
        }
      </Loaded>
    </div>
  );
}
