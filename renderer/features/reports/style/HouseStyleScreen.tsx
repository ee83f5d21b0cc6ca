import { useQuery } from '@tanstack/react-query';
import { orpc } from '../../../lib/client.ts';
import { Loaded } from '../../../lib/Loaded.tsx';
import { useProjectId } from '../../../lib/route.ts';
import sheet from '../../../lib/sheet/sheet.module.css';
import { useText } from '../../../lib/text.ts';
import { cx } from '../../../ui/cx.ts';
import { PageHeader } from '../../../ui/page-header/PageHeader.tsx';
import { ReportsNav } from '../ReportsNav.tsx';
import { Specimen } from './Specimen.tsx';
import styles from './style.module.css';
import { StyleFields } from './StyleFields.tsx';

/** How an organisation's reports look when they are written out, with a piece of a page beside the choices. */
export function HouseStyleScreen() {
  const say = useText();
  const projectId = useProjectId();
  const query = useQuery(orpc.reports.houseStyle.queryOptions({ input: {} }));
  return (
    <div className={cx(sheet.page, sheet.scrolls)}>
      <PageHeader facts={say('reports.style.lead')} title={say('reports.style.title')} />
      <ReportsNav projectId={projectId} />
      <Loaded query={query}>
        {(style) => (
          <div className={styles.columns}>
            <StyleFields style={style} />
            <Specimen style={style} />
          </div>
        )}
      </Loaded>
    </div>
  );
}
