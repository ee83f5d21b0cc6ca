import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { ReportDocument } from '../../../../shared/contract/reports-document.ts';
import type { ProjectId } from '../../../../shared/model/ids.ts';
import { orpc } from '../../../lib/client.ts';
import { useCurrentProject } from '../../../lib/current-project.ts';
import { useDates } from '../../../lib/dates.ts';
import { spoken } from '../../../lib/errors.ts';
import { notice, useStanding } from '../../../lib/status.ts';
import { makeSay, useLanguage, useText } from '../../../lib/text.ts';
import { Icon } from '../../../ui/icon/Icon.tsx';
import { SplitPane } from '../../../ui/split-pane/SplitPane.tsx';
import type { BuilderDesk } from './builder-desk.ts';
import styles from './builder.module.css';
import { indexOf, noDocument } from './document-index.ts';
import { ExportFoot, reasonOf } from './ExportFoot.tsx';
import { frontOf } from './front-of.ts';
import { BlockPane } from './pane/BlockPane.tsx';
import { Outline } from './Outline.tsx';
import { PageDesk } from './PageDesk.tsx';
import { usePanes } from './use-panes.ts';
import { usePageDeeds } from './use-page-deeds.ts';
import { useReportIntl } from './use-report-intl.ts';
import { waitingIn } from './waiting.ts';
import { WaitingList } from './WaitingList.tsx';
import { writingDeeds } from './writing-deeds.ts';
import { AddFlow, type Adding } from './AddFlow.tsx';
import { ReportExportDialog } from '../export/ReportExportDialog.tsx';

interface ReportBuilderProps {
  readonly desk: BuilderDesk;
  readonly projectId: ProjectId;
  readonly document: UseQueryResult<ReportDocument>;
}

/** Contents on the left, the pages in the middle, what is chosen on the right. */
export function ReportBuilder({ desk, projectId, document: query }: ReportBuilderProps) {
  const say = useText();
  const reader = useLanguage();
  const { data } = query;
  const row = useQuery(orpc.reports.list.queryOptions({ input: { projectId } })).data?.reports.find(({ id }) => id === desk.reportId);
  const contentLanguage = useCurrentProject().current?.contentLanguage;
  const language = data?.language ?? row?.language ?? contentLanguage ?? reader;
  const intl = useReportIntl(language);
  const index = useMemo(() => {
    if (data === undefined || intl === null) return noDocument;
    const there = makeSay(intl);
    return indexOf(data, {
      table: (number) => there('reports.ref.table', { number }),
      figure: (number) => there('reports.ref.figure', { number }),
    });
  }, [data, intl]);
  const [adding, setAdding] = useState<Adding | null>(null);
  const [exporting, setExporting] = useState<'docx' | 'pdf' | 'pptx' | 'xlsx' | 'html' | null>(null);
  const panes = usePanes();
  /** By key, too, it says why it is held back. */
  function tryExport(): void {
    const reason = reasonOf(desk, data, index, say);
    if (reason === null) setExporting('docx');
    else notice.set({ text: reason, tone: 'bad' });
  }
  const deeds = usePageDeeds({
    desk,
    onAdd: () => setAdding({ after: 'chosen' }),
    onExport: () => tryExport(),
    onPane: panes.onPane,
    isEnabled: adding === null && exporting === null,
    hasChanges: (blockId) => (index.byBlock.get(blockId)?.changed ?? 0) > 0,
  });
  const writing = useMemo(() => writingDeeds({ desk, onInsert: (after) => setAdding({ after }) }), [desk, setAdding]);
  useReportStanding(data);
  const front = frontOf(data, row);
  return (
    <SplitPane
      end={{
        ...panes.chosen,
        label: say('reports.pane'),
        handleLabel: say('reports.pane.width'),
        children: (
          <div className={styles.endPane} data-pane>
            <BlockPane deeds={deeds} desk={desk} document={data} index={index} onClose={panes.onPane} projectId={projectId} />
            <ExportFoot desk={desk} document={data} index={index} onExport={setExporting} />
          </div>
        ),
      }}
      start={{
        ...panes.contents,
        label: say('reports.contents'),
        handleLabel: say('reports.contents.width'),
        children: (
          <div className={styles.startPane}>
            <header className={styles.head}>
              <Link className={styles.back} params={{ project: projectId }} to="/projects/$project/reports">
                <Icon name="expand" size={13} /> {say('reports.back')}
              </Link>
              <h1 className={styles.title} lang={language} tabIndex={-1}>
                {front.title}
              </h1>
            </header>
            <Outline desk={desk} index={index} lang={language} />
            {data === undefined ? <Counting error={query.error} /> : <WaitingList desk={desk} waiting={waitingIn(data)} />}
          </div>
        ),
      }}
    >
      {intl === null ? null : (
        <PageDesk
          accent={data?.style.accent}
          deeds={writing}
          desk={desk}
          front={front}
          index={index}
          intl={intl}
          isPaneOpen={panes.chosen.isOpen}
          language={language}
          onAdd={() => setAdding({ after: 'last' })}
          onExport={tryExport}
          onPane={panes.onPane}
          projectId={projectId}
        />
      )}
      <AddFlow adding={adding} desk={desk} onClose={() => setAdding(null)} projectId={projectId} />
      {exporting === null || data === undefined ? null : (
        <ReportExportDialog desk={desk} document={data} format={exporting} onClose={() => setExporting(null)} />
      )}
    </SplitPane>
  );
}

/** The figures are on their way, or did not come. */
function Counting({ error }: { readonly error: Error | null }) {
  const say = useText();
  if (error === null) return <p className={styles.counting}>{say('reports.export.counting')}</p>;
  const said = spoken(error);
  return (
    <p className={styles.counting} role="alert">
      <Icon name="stopped" tone="bad" /> {say.any(said.message, said.params)}
    </p>
  );
}

/** What stands about the report in the status line: how long it is, its language, when it last was written out. */
function useReportStanding(document: ReportDocument | undefined): void {
  const say = useText();
  const dates = useDates();
  const latest = document?.latest ?? null;
  useStanding(
    document === undefined
      ? []
      : [
          say('reports.pages', { n: document.pages }),
          say(`projects.language.${document.language}`),
          latest === null ? say('reports.neverOut') : say('reports.lastOut', { draft: latest.draft, date: dates.day(latest.at) }),
        ],
  );
}
