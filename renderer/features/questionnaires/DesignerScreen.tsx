import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { VersionId } from '../../../shared/model/ids.ts';
import { orpc } from '../../lib/client.ts';
import { spoken } from '../../lib/errors.ts';
import { useProjectId, useRouteParam } from '../../lib/route.ts';
import sheet from '../../lib/sheet/sheet.module.css';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { ErrorState } from '../../ui/error-state/ErrorState.tsx';
import { LoadingState } from '../../ui/loading-state/LoadingState.tsx';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import { DesignerDesk } from './desk/DesignerDesk.tsx';
import { useDesign } from './design/use-design.ts';

/** One version of a questionnaire, being written or to be read. */
export function DesignerScreen() {
  const parsed = VersionId.safeParse(useRouteParam('version'));
  return parsed.success ? <OpenDesigner key={parsed.data} versionId={parsed.data} /> : <NoVersion message="error.notFound" params={{}} />;
}

function OpenDesigner({ versionId }: { readonly versionId: VersionId }) {
  const say = useText();
  const projectId = useProjectId();
  const design = useDesign(versionId);
  const waits = { enabled: !design.isBusy };
  const problems = useQuery({ ...orpc.questionnaires.problems.queryOptions({ input: { versionId } }), ...waits });
  const scales = useQuery({ ...orpc.questionnaires.scales.queryOptions({ input: { projectId } }), ...waits });
  const list = useQuery({ ...orpc.questionnaires.list.queryOptions({ input: { projectId } }), ...waits });
  if (design.error !== null && design.version === undefined) {
    const said = spoken(design.error);
    return <NoVersion message={said.message} onRetry={said.isRetryable ? design.retry : undefined} params={said.params} />;
  }
  if (design.version === undefined) return <LoadingState>{say('questionnaires.loading')}</LoadingState>;
  return (
    <DesignerDesk
      design={design}
      problems={problems.data?.problems ?? []}
      projectId={projectId}
      scales={scales.data?.scales ?? []}
      summaries={list.data?.questionnaires.find((one) => one.id === design.version?.questionnaireId)?.versions ?? []}
      version={design.version}
    />
  );
}

interface NoVersionProps {
  readonly message: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly onRetry?: (() => void) | undefined;
}

function NoVersion({ message, params, onRetry }: NoVersionProps) {
  const say = useText();
  const navigate = useNavigate();
  const project = useProjectId();
  return (
    <div className={sheet.page}>
      <PageHeader title={say('questionnaires.title')} />
      <ErrorState
        actions={
          <>
            {onRetry === undefined ? null : <Button onPress={onRetry}>{say('app.tryAgain')}</Button>}
            <Button onPress={() => void navigate({ to: '/projects/$project/questionnaires', params: { project } })}>
              {say('questionnaires.toList')}
            </Button>
          </>
        }
        what={say.any(message, params)}
      />
    </div>
  );
}
