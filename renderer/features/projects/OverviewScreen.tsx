import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ProjectId } from '../../../shared/model/ids.ts';
import { orpc } from '../../lib/client.ts';
import { useCommand } from '../../lib/commands.tsx';
import { today } from '../../lib/dates.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import { useRouteParam, useSearchParam } from '../../lib/route.ts';
import { NewProjectDialog } from './NewProjectDialog.tsx';
import { NewWorkspace } from './NewWorkspace.tsx';
import { OverviewPage } from './OverviewPage.tsx';

/** What needs somebody: the year, what was promised, places, projects. With a project in the address only its own. */
export function OverviewScreen() {
  const project = useRouteParam('project');
  const year = Number(useSearchParam('show'));
  const day = today();
  const navigate = useNavigate();
  const [adding, setAdding] = useState<'project' | 'import' | null>(null);
  const input = {
    today: day,
    ...(project === '' ? {} : { projectId: ProjectId.parse(project) }),
    ...(Number.isInteger(year) && year >= 1900 && year <= 2200 ? { year } : {}),
  };
  const query = useQuery({ ...orpc.projects.overview.queryOptions({ input }), placeholderData: (before) => before });
  useCommand('lists.new', () => setAdding('project'));
  return (
    <>
      <Loaded query={query}>
        {(overview) =>
          overview.projects.length === 0 ? (
            <NewWorkspace isProjectGone={project !== ''} onImport={() => setAdding('import')} onNew={() => setAdding('project')} />
          ) : (
            <OverviewPage
              day={day}
              onNew={() => setAdding('project')}
              overview={overview}
              project={project === '' ? null : ProjectId.parse(project)}
            />
          )
        }
      </Loaded>
      {adding !== null ? (
        <NewProjectDialog
          onClose={() => setAdding(null)}
          onMade={(made) => {
            setAdding(null);
            void navigate({ to: adding === 'import' ? '/projects/$project/import' : '/projects/$project', params: { project: made } });
          }}
        />
      ) : null}
    </>
  );
}
