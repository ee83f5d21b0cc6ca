import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { CompareFigure, ComparedQuestion } from '../../../shared/contract/compare.ts';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { orpc } from '../../lib/client.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import { useContent, useLanguage, useText } from '../../lib/text.ts';
import { EmptyState } from '../../ui/empty-state/EmptyState.tsx';
import { CompareChoices } from './CompareChoices.tsx';
import { CompareGrid } from './CompareGrid.tsx';
import { CompareNotes } from './CompareNotes.tsx';
import { linesOfProjects, orderLines } from './grid-lines.ts';
import { ProjectsPane } from './ProjectsPane.tsx';
import type { CompareState } from './use-compare-view.ts';
import { useHandOnLine } from './use-hand-on-line.ts';
import { useLineDeeds } from './use-line-deeds.ts';
import { WithPane } from './WithPane.tsx';

interface ProjectsPartProps {
  readonly projectId: ProjectId;
  readonly view: CompareState;
}

/** The questions that other projects have asked too. */
export function ProjectsPart({ projectId, view }: ProjectsPartProps) {
  const say = useText();
  const language = useLanguage();
  const query = useQuery({
    ...orpc.compare.projects.queryOptions({ input: { projectId, figure: view.figure, language } }),
    placeholderData: keepPreviousData,
  });
  return (
    <Loaded query={query}>
      {({ figures, ...found }) =>
        figures.length === 0 ? (
          <EmptyState how={say('compare.none.how')} what={say('compare.none')} />
        ) : (
          <Projects {...found} figures={figures} projectId={projectId} view={view} />
        )
      }
    </Loaded>
  );
}

interface ProjectsProps extends ProjectsPartProps {
  readonly figures: readonly CompareFigure[];
  readonly projects: readonly { readonly id: ProjectId; readonly name: string }[];
  readonly rule: { readonly threshold: number; readonly minimumBase: number };
  readonly questions: readonly ComparedQuestion[];
}

function Projects({ projectId, view, figures, projects, rule, questions }: ProjectsProps) {
  const say = useText();
  const content = useContent();
  const lines = orderLines(linesOfProjects(questions, { range: say('compare.range', { low: '{low}', high: '{high}' }) }), view.order);
  const { current, setCurrent } = useHandOnLine(lines, view);
  const deeds = useLineDeeds(projectId, current);
  const question = questions.find(({ variableId }) => view.row?.startsWith(variableId) === true);
  return (
    <WithPane
      pane={
        question === undefined ? null : (
          <ProjectsPane
            onClose={() => view.change({ row: undefined })}
            onOpen={() => deeds.open()}
            projects={projects}
            question={question}
            title={content(question.wording)}
          />
        )
      }
    >
      <CompareChoices figure={view.figure} figures={figures} hasPlaces={false} view={view} />
      {lines.length === 0 ? (
        <EmptyState how={say('compare.few.projectsHow')} what={say('compare.few.projects')} />
      ) : (
        <>
          <CompareGrid
            columns={projects.map(({ id, name }) => ({ key: id, label: name }))}
            current={current?.key}
            hasChanges={false}
            isTime={false}
            label={say('compare.view.projects')}
            lines={lines}
            onCurrent={(line) => (view.row === undefined ? setCurrent(line) : view.change({ row: line.key }))}
            onOpen={deeds.open}
            onPick={(line) => view.change({ row: line.key })}
          />
          <CompareNotes lines={lines} notes={[say('compare.note.projects', { threshold: rule.threshold, base: rule.minimumBase })]} />
        </>
      )}
    </WithPane>
  );
}
