import { useQueries, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { BatchCheckResult, Violation } from '../../../shared/contract/fieldwork-quality.ts';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { questionsOf, type Question } from '../../../shared/model/questionnaire.ts';
import { orpc } from '../../lib/client.ts';
import { formatNumber } from '../../lib/format.ts';
import { useContent, useLanguage, useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import type { DataColumn } from '../../ui/data-table/columns.ts';
import { EmptyState } from '../../ui/empty-state/EmptyState.tsx';
import { StatusText } from '../../ui/status-text/StatusText.tsx';
import { VirtualTable } from '../../lib/virtual-table/VirtualTable.tsx';
import { answerText } from '../interviews/index.ts';
import styles from './fieldwork.module.css';

export interface ViolationListProps {
  readonly projectId: ProjectId;
  readonly result: BatchCheckResult;
  readonly onMark: () => void;
}

/** What the checks found. Values stand there only when they were asked for. */
export function ViolationList({ projectId, result, onMark }: ViolationListProps) {
  const say = useText();
  const language = useLanguage();
  const navigate = useNavigate();
  const heading = useRef<HTMLHeadingElement>(null);
  const [current, setCurrent] = useState(0);
  const columns = useColumns(projectId, result);
  const n = (count: number): string => formatNumber(count, language);
  useEffect(() => heading.current?.focus(), [result]);
  const { violations } = result;
  return (
    <section className={styles.section}>
      <h2 className={styles.heading} ref={heading} tabIndex={-1}>
        {say('fieldwork.checks.result', { interviews: n(result.interviews), answers: n(result.answers) })}
      </h2>
      <p className={styles.lead}>
        {say('fieldwork.checks.counts', { hard: result.hard, soft: result.soft, stale: result.stale, unknown: result.unknown })}
      </p>
      {violations.length < result.hard + result.soft + result.stale ? (
        <p className={styles.quiet}>{say('fieldwork.checks.first', { count: violations.length })}</p>
      ) : null}
      {result.unknown === 0 ? null : (
        <div className={styles.actions}>
          <Button onPress={onMark}>
            {say('fieldwork.checks.mark', { count: violations.filter((one) => one.kind === 'soft' && !one.isKnown).length })}
          </Button>
          <span className={styles.quiet}>{say('fieldwork.checks.markHelp')}</span>
        </div>
      )}
      <div className={styles.list}>
        <VirtualTable
          columns={columns}
          current={Math.min(current, Math.max(0, violations.length - 1))}
          empty={<EmptyState what={say('fieldwork.checks.none')} />}
          label={say('fieldwork.checks.list')}
          onCurrentChange={setCurrent}
          onOpen={(row) =>
            void navigate({
              to: '/projects/$project/interviews/$interview/enter',
              params: { project: projectId, interview: row.interviewId },
              search: { at: row.questionId },
            })
          }
          onVisible={() => undefined}
          rowAt={(index) => violations[index]}
          total={violations.length}
          waitingText=""
        />
      </div>
    </section>
  );
}

/** The questions of every version of the project, for putting codes into words. */
function useQuestions(projectId: ProjectId, isNeeded: boolean): ReadonlyMap<string, Question> {
  const form = useQuery({ ...orpc.interviews.startForm.queryOptions({ input: { projectId } }), enabled: isNeeded }).data;
  const versions = useQueries({
    queries: (form?.versions ?? []).map((version) => orpc.questionnaires.version.queryOptions({ input: { versionId: version.id } })),
  });
  return new Map(
    versions.flatMap((version) => (version.data === undefined ? [] : questionsOf(version.data))).map((question) => [question.id, question]),
  );
}

function useColumns(projectId: ProjectId, result: BatchCheckResult): readonly DataColumn<Violation>[] {
  const say = useText();
  const content = useContent();
  const language = useLanguage();
  const hasValues = result.violations.some((one) => one.value !== null);
  const questions = useQuestions(projectId, hasValues);
  const valueOf = (row: Violation): string => {
    const question = questions.get(row.questionId);
    if (row.value === null) return '';
    return question === undefined ? '' : answerText(question, row.value, language, say);
  };
  const tones = { hard: 'bad', soft: 'warn', stale: 'neutral' } as const;
  const columns: (DataColumn<Violation> | null)[] = [
    { id: 'code', header: say('interviews.column.code'), render: (row) => row.code, isRowHeader: true, isNumeric: true, width: '5.5rem' },
    { id: 'number', header: say('fieldwork.quality.question'), render: (row) => row.number, isNumeric: true, width: '5.5rem' },
    {
      id: 'kind',
      header: say('fieldwork.checks.kind'),
      render: (row) => (
        <StatusText icon={row.kind === 'hard' ? 'hardCheck' : 'softCheck'} tone={tones[row.kind]}>
          {say(`fieldwork.checks.kind.${row.kind}`)}
        </StatusText>
      ),
      width: '10rem',
    },
    hasValues ? { id: 'value', header: say('fieldwork.checks.value'), render: valueOf, isWords: true, width: 'minmax(8rem, 1fr)' } : null,
    {
      id: 'message',
      header: say('fieldwork.checks.message'),
      render: (row) => (row.kind === 'stale' ? say('fieldwork.checks.staleMessage') : content(row.message)),
      width: 'minmax(14rem, 2fr)',
    },
    {
      id: 'known',
      header: say('interviews.column.status'),
      render: (row) => (row.isKnown ? say('fieldwork.checks.known') : ''),
      width: 'minmax(8rem, 1fr)',
    },
  ];
  return columns.filter((column) => column !== null);
}
