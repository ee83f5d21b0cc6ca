import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { QuotePlace } from '../../../shared/contract/quotes.ts';
import { client, orpc } from '../../lib/client.ts';
import { useCommand } from '../../lib/commands.tsx';
import { today } from '../../lib/dates.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import { useProjectId } from '../../lib/route.ts';
import sheet from '../../lib/sheet/sheet.module.css';
import { notice } from '../../lib/status.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import { CodingNav } from '../coding/index.ts';
import { NewFindingDialog } from '../findings/index.ts';
import { IntoReportDialog } from '../reports/index.ts';
import { useThemes } from '../themes/index.ts';
import { QuoteBar } from './QuoteBar.tsx';
import { QuoteFileDialog } from './QuoteFileDialog.tsx';
import { QuoteSides } from './clearance/QuoteSides.tsx';
import { QuoteList } from './QuoteList.tsx';
import { useQuotesView } from './use-quotes-view.ts';

/** Most background answers under a quote. */
const mostBeside = 3;

/** What has been coded, found again by themes and whoever said it; kept, made into findings, and taken out through the gate. */
export function QuotesScreen() {
  const say = useText();
  const language = useLanguage();
  const projectId = useProjectId();
  const view = useQuotesView(projectId);
  const { themes } = useThemes(projectId);
  const columns = useQuery(orpc.coding.columns.queryOptions({ input: { projectId } }));
  const [isFileOpen, setFileOpen] = useState(false);
  const [finding, setFinding] = useState<readonly QuotePlace[] | null>(null);
  const [inserted, setInserted] = useState<string | null>(null);
  // The same page as the list's first: it is asked for once.
  const shown = useMemo(
    () => (columns.data?.columns ?? []).filter(({ isBackground, options }) => isBackground && options.length > 0).slice(0, mostBeside),
    [columns.data],
  );
  const beside = useMemo(() => shown.map(({ variableId }) => variableId), [shown]);
  const { data: counts } = useQuery({
    ...orpc.quotes.find.queryOptions({ input: { ...view.scope, beside, from: 0, limit: 100 } }),
    placeholderData: keepPreviousData,
    enabled: columns.data !== undefined,
  });
  // Coded blind, a file would show what others have coded.
  const canExport = (counts?.quotes ?? 0) > 0 && columns.data?.isBlind === false;
  useCommand('lists.export', () => setFileOpen(true), canExport);
  return (
    <div className={sheet.page}>
      <PageHeader
        actions={
          !canExport ? undefined : (
            <Button icon="export" kbd="E" onPress={() => setFileOpen(true)}>
              {say('quotes.export')}
            </Button>
          )
        }
        facts={
          counts === undefined ? '' : say('quotes.facts', { persons: counts.persons, mentions: counts.mentions, quotes: counts.quotes })
        }
        title={say('quotes.title')}
      />
      <CodingNav projectId={projectId} />
      <QuoteSides projectId={projectId}>
        <Loaded query={columns}>
          {(known) => (
            <>
              <QuoteBar known={known} themes={themes} view={view} />
              <QuoteList
                beside={beside}
                columns={shown}
                isEverything={view.isEverything}
                onClear={() => view.setSearch({})}
                onFinding={setFinding}
                onInsert={setInserted}
                scope={view.scope}
                themes={themes}
              />
              {isFileOpen ? <QuoteFileDialog known={known} onClose={() => setFileOpen(false)} scope={view.scope} /> : null}
            </>
          )}
        </Loaded>
      </QuoteSides>
      {inserted === null ? null : (
        <IntoReportDialog blocks={[{ kind: 'quote', quoteId: inserted }]} onClose={() => setInserted(null)} projectId={projectId} />
      )}
      {finding === null ? null : (
        <NewFindingDialog
          day={today()}
          language={language}
          make={(words) => client.quotes.makeFinding({ ...words, places: [...finding] })}
          onClose={() => setFinding(null)}
          onMade={({ code }) => notice.set({ text: say('quotes.findingMade', { code }), tone: 'neutral' })}
          origin={{ projectId }}
        />
      )}
    </div>
  );
}
