import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ClearanceView } from '../../../shared/contract/quotes-clearance.ts';
import { orpc } from '../../lib/client.ts';
import { useCommand } from '../../lib/commands.tsx';
import { Loaded } from '../../lib/Loaded.tsx';
import { useProjectId, useRouteParam } from '../../lib/route.ts';
import sheet from '../../lib/sheet/sheet.module.css';
import { useContent, useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import { CodingNav } from '../coding/index.ts';
import { IntoReportDialog } from '../reports/index.ts';
import { ClearanceDesk } from './clearance/ClearanceDesk.tsx';

/** Clearing one quote: what may be shown of what somebody said, decided by one person and read by another. */
export function ClearanceScreen() {
  const say = useText();
  const projectId = useProjectId();
  const quoteId = useRouteParam('quote');
  const navigate = useNavigate();
  const query = useQuery(orpc.quotes.get.queryOptions({ input: { quoteId } }));
  const [isInserting, setInserting] = useState(false);
  const isCleared = query.data?.status === 'cleared';
  useCommand('clearance.insert', () => setInserting(true), isCleared);
  const toQuotes = (
    <Button
      onPress={() => void navigate({ to: '/projects/$project/quotes', params: { project: projectId }, search: { view: 'clearance' } })}
    >
      {say('clearance.toQuotes')}
    </Button>
  );
  return (
    <div className={sheet.page}>
      <PageHeader
        actions={
          <>
            {isCleared ? (
              <Button icon="report" kbd="I" onPress={() => setInserting(true)}>
                {say('reports.into.deed')}
              </Button>
            ) : null}
            {toQuotes}
          </>
        }
        facts={query.data === undefined ? '' : <Facts view={query.data} />}
        title={say('clearance.title')}
      />
      <CodingNav projectId={projectId} />
      <Loaded query={query}>{(view) => <ClearanceDesk key={view.id} view={view} />}</Loaded>
      {isInserting ? (
        <IntoReportDialog blocks={[{ kind: 'quote', quoteId }]} onClose={() => setInserting(false)} projectId={projectId} />
      ) : null}
    </div>
  );
}

function Facts({ view }: { readonly view: ClearanceView }) {
  const say = useText();
  const content = useContent();
  const { code, question, title, queue } = view;
  const from =
    code === ''
      ? title
      : question === null
        ? code
        : say('clearance.from', { code, number: question.number, question: content(question.wording) });
  return `${from} · ${say('clearance.waiting', { n: queue.waiting })}`;
}
