import { useCallback, useDeferredValue, useEffect, useLayoutEffect, useMemo, useRef, type KeyboardEvent } from 'react';
import { questionsOf } from '../../../../shared/model/questionnaire.ts';
import { useLanguage, useText } from '../../../lib/text.ts';
import { moveInList } from '../../../ui/keyboard/move-in-list.ts';
import { rowsOf, type DesignRow } from '../design/rows.ts';
import { expressionSentence } from '../design/expression-sentence.ts';
import { problemWords } from './problem-words.ts';
import { QuestionEditor } from './QuestionEditor.tsx';
import { QuestionRead } from './QuestionRead.tsx';
import { QuestionRow } from './QuestionRow.tsx';
import styles from './QuestionList.module.css';
import { SectionRow } from './SectionRow.tsx';
import { useDeskContext, type Desk } from './use-desk.ts';
import { useListOrder } from './use-list-order.ts';

export interface QuestionListProps {
  /** Ids of questions that the test answers ask; null when nothing is tested. */
  readonly asked: ReadonlySet<string> | null;
}

/** The questionnaire as it reads, the question in hand open for writing. Arrows walk, Enter goes into the words. */
export function QuestionList({ asked }: QuestionListProps) {
  const say = useText();
  const desk = useDeskContext();
  const { store } = desk.design;
  const { state } = desk;
  const rows = useMemo(() => rowsOf(desk.version), [desk.version]);
  const sentences = useSentences();
  const problems = useMemo(() => Map.groupBy(desk.problems, (problem) => problem.questionId ?? problem.sectionId ?? ''), [desk.problems]);
  const order = useListOrder(desk, rows);
  // Rows are drawn anew only when they change: what they call stays the same.
  const open = useRef(desk.open);
  useLayoutEffect(() => {
    open.current = desk.open;
  });
  const onOpen = useCallback((key: string) => open.current(key), []);

  function onKeyDown(event: KeyboardEvent): void {
    const isRow = event.target instanceof HTMLElement && event.target.dataset['row'] !== undefined;
    if (!isRow || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const index = rows.findIndex((row) => store.keyOf(row.id) === state.current);
    const next = pageKey(event.key, rows, index) ?? moveInList(event.key, { index, count: rows.length, page: 10 });
    const row = next === null ? undefined : rows[next];
    if (row !== undefined) desk.open(store.keyOf(row.id));
    else if ((event.key === 'Enter' || event.key === 'F2') && state.current !== null && !desk.isFrozen)
      desk.open(state.current, rows[index]?.kind === 'section' ? 'title' : 'wording');
    else return;
    event.preventDefault();
  }

  const currentIndex = rows.findIndex((row) => store.keyOf(row.id) === state.current);
  useNeighbourOfGone(desk, rows, currentIndex);
  return (
    <div
      aria-label={say('questionnaires.designer.list')}
      className={styles.list}
      data-testing={asked !== null || undefined}
      onKeyDown={onKeyDown}
      role="group"
      {...order.handlers}
    >
      {rows.map((row, index) => {
        const key = store.keyOf(row.id);
        const isCurrent = index === currentIndex;
        const own = problems.get(row.id) ?? [];
        if (row.kind === 'section') return <SectionRow isCurrent={isCurrent} key={key} problems={own} rowKey={key} section={row.section} />;
        if (isCurrent && desk.isFrozen)
          return <QuestionRead depth={row.depth} key={key} question={row.question} rowKey={key} routing={sentences.get(row.id) ?? ''} />;
        if (isCurrent) return <QuestionEditor depth={row.depth} key={key} problems={own} question={row.question} rowKey={key} />;
        return (
          <QuestionRow
            depth={row.depth}
            drop={order.drop?.key === key ? order.drop.place : undefined}
            isBad={own.some((problem) => problem.severity === 'error')}
            isDraggable={!desk.isFrozen}
            isSkipped={asked !== null && !asked.has(row.id)}
            key={key}
            language={state.language}
            languages={state.areAllLanguages ? desk.version.languages : null}
            onOpen={onOpen}
            problem={problemWords(own, say)}
            question={row.question}
            routing={sentences.get(row.id) ?? ''}
            rowKey={key}
          />
        );
      })}
    </div>
  );
}

/** A row in hand that goes, by undo or in another window, leaves the hand at its neighbour; focus follows if it went with the row. */
function useNeighbourOfGone(desk: Desk, rows: readonly DesignRow[], index: number): void {
  const last = useRef<{ readonly key: string | null; readonly index: number }>({ key: null, index: 0 });
  // Not before the row is drawn as the one in hand: what takes focus must be there to keep it.
  useEffect(() => {
    const { current } = desk.state;
    if (index !== -1) last.current = { key: current, index };
    else if (current !== null && current === last.current.key) {
      const neighbour = rows[Math.min(last.current.index, rows.length - 1)];
      const key = neighbour === undefined ? null : desk.design.store.keyOf(neighbour.id);
      if (key !== null && document.activeElement === document.body) desk.open(key);
      else desk.change({ current: key });
    }
  });
}

/** Routing of every question in words; a blink behind the keys, so that typing never waits for it. */
function useSentences(): ReadonlyMap<string, string> {
  const say = useText();
  const language = useLanguage();
  const { version, state } = useDeskContext();
  const later = useDeferredValue(version);
  const { intl } = say;
  return useMemo(() => {
    const questions = questionsOf(later);
    const speech = { say, interface: language, content: state.language };
    return new Map(
      questions.flatMap(({ id, relevant }): [string, string][] => {
        if (relevant === null) return [];
        const words = expressionSentence('relevant', relevant, { questions }, speech);
        return [[id, words === '' ? say('questionnaires.routing.unreadable', { expression: relevant }) : words]];
      }),
    );
    // The words change with the interface's language alone.
  }, [later, state.language, language, intl]);
}

/** PageUp and PageDown walk sections. */
function pageKey(key: string, rows: readonly DesignRow[], index: number): number | null {
  if (key !== 'PageDown' && key !== 'PageUp') return null;
  const heads = rows.flatMap((row, place) => (row.kind === 'section' ? place : []));
  return (key === 'PageDown' ? heads.find((place) => place > index) : heads.findLast((place) => place < index)) ?? null;
}
