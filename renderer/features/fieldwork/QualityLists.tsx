import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { QualityKind, type QualityRow } from '../../../shared/contract/fieldwork-quality.ts';
import { ConfirmReason } from '../../../shared/model/answer.ts';
import { type client, orpc } from '../../lib/client.ts';
import { formatDayShort, formatNumber, formatTime } from '../../lib/format.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import { useSearchParam } from '../../lib/route.ts';
import sheet from '../../lib/sheet/sheet.module.css';
import { useContent, useLanguage, useText, type Say } from '../../lib/text.ts';
import { pageSize, usePages } from '../../lib/use-pages.ts';
import type { DataColumn } from '../../ui/data-table/columns.ts';
import { EmptyState } from '../../ui/empty-state/EmptyState.tsx';
import { Select } from '../../ui/select/Select.tsx';
import { VirtualTable } from '../../lib/virtual-table/VirtualTable.tsx';
import { confirmMessages } from '../interviews/index.ts';
import styles from './fieldwork.module.css';
import type { QualityScope } from './quality-scope.ts';

/** The quality report: one kind of thing at a time, counted; Enter goes to the interview. */
export function QualityLists({ scope }: { readonly scope: QualityScope }) {
  const say = useText();
  const language = useLanguage();
  const navigate = useNavigate();
  const wanted = QualityKind.safeParse(useSearchParam('show')).data;
  const query = useQuery(orpc.fieldwork.quality.queryOptions({ input: scope }));
  return (
    <Loaded query={query}>
      {({ counts, durations }) => {
        const kind = wanted ?? counts.find((one) => one.count > 0)?.kind ?? 'to-confirm';
        return (
          <>
            <div className={sheet.bar}>
              <Select
                label={say('fieldwork.quality.show')}
                look="chip"
                onChange={(id) => void navigate({ to: '.', search: (old: Readonly<Record<string, unknown>>) => ({ ...old, show: id }) })}
                options={counts.map((one) => ({
                  id: one.kind as string,
                  label: say(`fieldwork.quality.kind.${one.kind}`),
                  detail: String(one.count),
                }))}
                value={kind as string}
              />
              <span className={styles.quiet}>
                {kind === 'durations' && durations !== null
                  ? say('fieldwork.quality.durations', {
                      median: formatNumber(durations.median, language),
                      short: formatNumber(durations.short, language),
                      long: formatNumber(durations.long, language),
                    })
                  : say(`fieldwork.quality.help.${kind}`)}
              </span>
            </div>
            <QualityTable key={kind} kind={kind} scope={scope} />
          </>
        );
      }}
    </Loaded>
  );
}

function QualityTable({ scope, kind }: { readonly scope: QualityScope; readonly kind: QualityKind }) {
  const say = useText();
  const navigate = useNavigate();
  const [current, setCurrent] = useState(0);
  const mark = JSON.stringify(scope);
  const optionsOf = useCallback(
    (offset: number) => orpc.fieldwork.listQuality.queryOptions({ input: { ...scope, kind, offset, limit: pageSize } }),
    // oxlint-disable-next-line exhaustive-deps -- the scope is made anew at every drawing; its mark says whether it is another
    [mark, kind],
  );
  const pages = usePages<QualityRow, Awaited<ReturnType<typeof client.fieldwork.listQuality>>>(optionsOf);
  const columns = useColumns(kind);
  return (
    <div className={styles.list}>
      <VirtualTable
        columns={columns}
        current={Math.min(current, Math.max(0, pages.total - 1))}
        empty={
          pages.isPending || pages.error !== null ? (
            <Loaded query={{ data: undefined, error: pages.error, refetch: pages.refetch }}>{() => null}</Loaded>
          ) : (
            <EmptyState what={say('fieldwork.quality.none')} />
          )
        }
        label={say(`fieldwork.quality.kind.${kind}`)}
        onCurrentChange={setCurrent}
        onOpen={(row) =>
          void navigate({
            to: '/projects/$project/interviews/$interview/enter',
            params: { project: scope.projectId, interview: row.interviewId },
            search: row.questionId === null ? {} : { at: row.questionId },
          })
        }
        onVisible={pages.onVisible}
        rowAt={pages.rowAt}
        total={pages.total}
        waitingText={say('fieldwork.list.waiting')}
      />
    </div>
  );
}

function reasonWords(reason: string, say: Say): string {
  const known = ConfirmReason.safeParse(reason).data;
  return known === undefined ? reason : say(confirmMessages[known]);
}

function useColumns(kind: QualityKind): readonly DataColumn<QualityRow>[] {
  const say = useText();
  const content = useContent();
  const language = useLanguage();
  const isAboutAnswer = !['unfinished', 'durations'].includes(kind);
  const when = (row: QualityRow): string => {
    if (row.at === null) return '';
    return row.at.length === 10 ? formatDayShort(row.at, language) : `${formatDayShort(row.at, language)} ${formatTime(row.at, language)}`;
  };
  const columns: (DataColumn<QualityRow> | null)[] = [
    { id: 'code', header: say('interviews.column.code'), render: (row) => row.code, isRowHeader: true, isNumeric: true, width: '5.5rem' },
    isAboutAnswer
      ? {
          id: 'question',
          header: say('fieldwork.quality.question'),
          render: (row) => [row.number, row.wording === null ? '' : content(row.wording)].filter((part) => part !== '').join(' · '),
          width: 'minmax(12rem, 4fr)',
        }
      : null,
    kind === 'overridden' || kind === 'changed'
      ? {
          id: 'reason',
          header: say('fieldwork.quality.reason'),
          render: (row) => reasonWords(row.reason, say),
          width: 'minmax(9.5rem, 1fr)',
        }
      : null,
    kind === 'remarks'
      ? { id: 'words', header: say('interviews.entry.remarks'), render: (row) => row.words, isWords: true, width: 'minmax(14rem, 2fr)' }
      : null,
    kind === 'durations'
      ? {
          id: 'minutes',
          header: say('fieldwork.quality.minutes'),
          render: (row) => formatNumber(row.minutes ?? 0, language),
          align: 'end',
          width: '7rem',
        }
      : null,
    kind === 'remarks'
      ? null
      : {
          id: 'by',
          header: say('fieldwork.quality.by'),
          render: (row) => (row.by === '' ? '' : `${row.by} (${row.initials})`),
          width: 'minmax(7rem, 1fr)',
        },
    kind === 'remarks' ? null : { id: 'at', header: say('fieldwork.quality.at'), render: when, isNumeric: true, width: '8.5rem' },
  ];
  return columns.filter((column) => column !== null);
}
