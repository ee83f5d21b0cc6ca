import { useProjectId } from '../../lib/route.ts';
import sheet from '../../lib/sheet/sheet.module.css';
import { useText } from '../../lib/text.ts';
import { cx } from '../../ui/cx.ts';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import { Tabs } from '../../ui/tabs/Tabs.tsx';
import { AnalysisNav } from '../analysis/index.ts';
import styles from './compare.module.css';
import { FiguresPart } from './FiguresPart.tsx';
import { MeetingsPart } from './MeetingsPart.tsx';
import { ProjectsPart } from './ProjectsPart.tsx';
import { compareViews, useCompareView, type CompareView } from './use-compare-view.ts';

/** The same questions over waves, places, services and projects, and the themes of interviews beside those of meetings. */
export function CompareScreen() {
  const say = useText();
  const projectId = useProjectId();
  const view = useCompareView();
  function partOf(id: CompareView) {
    if (id === 'projects') return <ProjectsPart projectId={projectId} view={view} />;
    if (id === 'meetings') return <MeetingsPart projectId={projectId} view={view} />;
    return <FiguresPart by={id} projectId={projectId} view={view} />;
  }
  return (
    <div className={cx(sheet.page, sheet.scrolls)}>
      <PageHeader facts={say(`compare.facts.${view.view}`)} title={say('compare.title')} />
      <AnalysisNav projectId={projectId} />
      <div className={styles.tabs}>
        <Tabs
          label={say('compare.views')}
          onChange={(id) => view.change({ view: id === 'waves' ? undefined : id, row: undefined })}
          tabs={compareViews.map((id) => ({ id, label: say(`compare.view.${id}`), content: partOf(id) }))}
          value={view.view}
        />
      </div>
    </div>
  );
}
