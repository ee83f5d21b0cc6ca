import { useProjectId } from '../../lib/route.ts';
import sheet from '../../lib/sheet/sheet.module.css';
import { cx } from '../../ui/cx.ts';
import { useText } from '../../lib/text.ts';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import { Tabs } from '../../ui/tabs/Tabs.tsx';
import { CodingNav } from '../coding/index.ts';
import { useThemes } from '../themes/index.ts';
import { JointPart } from './JointPart.tsx';
import styles from './patterns.module.css';
import { SaturationPart } from './SaturationPart.tsx';
import { TogetherPart } from './TogetherPart.tsx';
import { patternViews, usePatternsView } from './use-patterns-view.ts';
import { VariablePart } from './VariablePart.tsx';

const parts = { variable: VariablePart, together: TogetherPart, saturation: SaturationPart, joint: JointPart } as const;

/** What the coding shows: themes by answers, themes together, whether new ones still come, and themes beside a score. */
export function PatternsScreen() {
  const say = useText();
  const projectId = useProjectId();
  const view = usePatternsView();
  const { themes } = useThemes(projectId);
  return (
    <div className={cx(sheet.page, sheet.scrolls)}>
      <PageHeader facts={say('patterns.facts')} title={say('patterns.title')} />
      <CodingNav projectId={projectId} />
      <div className={styles.tabs}>
        <Tabs
          label={say('patterns.views')}
          onChange={(id) => view.change({ view: id === 'variable' ? undefined : id })}
          tabs={patternViews.map((id) => {
            const Part = parts[id];
            return { id, label: say(`patterns.view.${id}`), content: <Part projectId={projectId} themes={themes} view={view} /> };
          })}
          value={view.view}
        />
      </div>
    </div>
  );
}
