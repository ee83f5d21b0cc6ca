import { Link } from '@tanstack/react-router';
import { ReportId } from '../../../../shared/model/ids.ts';
import { spoken } from '../../../lib/errors.ts';
import { Loaded } from '../../../lib/Loaded.tsx';
import { useProjectId, useRouteParam } from '../../../lib/route.ts';
import sheet from '../../../lib/sheet/sheet.module.css';
import { useText } from '../../../lib/text.ts';
import { EmptyState } from '../../../ui/empty-state/EmptyState.tsx';
import { PageHeader } from '../../../ui/page-header/PageHeader.tsx';
import { ReportBuilder } from './ReportBuilder.tsx';
import { useBuilderDesk } from './use-builder-desk.ts';

/** One report, put together: contents, pages, and what is chosen. */
export function ReportScreen() {
  const id = useRouteParam('report');
  const parsed = ReportId.safeParse(id);
  return parsed.success ? <OneReport key={id} reportId={parsed.data} /> : <Gone />;
}

function OneReport({ reportId }: { readonly reportId: ReportId }) {
  const say = useText();
  const projectId = useProjectId();
  const { desk, blocks, document } = useBuilderDesk(reportId);
  if (blocks.error !== null && spoken(blocks.error).code === 'NOT_FOUND') return <Gone />;
  return (
    <div className={sheet.page}>
      {blocks.data === undefined ? <PageHeader title={say('reports.untitled')} /> : null}
      <Loaded query={blocks}>{() => <ReportBuilder desk={desk} document={document} projectId={projectId} />}</Loaded>
    </div>
  );
}

function Gone() {
  const say = useText();
  const projectId = useProjectId();
  return (
    <div className={sheet.page}>
      <PageHeader title={say('reports.untitled')} />
      <EmptyState
        action={
          <Link params={{ project: projectId }} to="/projects/$project/reports">
            {say('reports.back')}
          </Link>
        }
        how={say('reports.gone.how')}
        what={say('reports.gone.what')}
      />
    </div>
  );
}
