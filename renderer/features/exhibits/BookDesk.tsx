import { useRef, useState } from 'react';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { useCommand } from '../../lib/commands.tsx';
import { useContent, useLanguage, useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import { SplitPane } from '../../ui/split-pane/SplitPane.tsx';
import { AnalysisNav, useViewState, variableLabel } from '../analysis/index.ts';
import { bookOf, questionsOf } from './book-of.ts';
import { BookExport } from './BookExport.tsx';
import { BookTables, type BookTablesHandle } from './BookTables.tsx';
import { BookWells } from './BookWells.tsx';
import type { Countable } from './made-of.ts';
import { QuestionPane } from './QuestionPane.tsx';
import { useBookPlace } from './use-book-place.ts';

interface BookDeskProps {
  readonly projectId: ProjectId;
  readonly countable: Countable;
}

/** Questions on the left, what the book is made of above, and its tables. Everything stands in the address. */
export function BookDesk({ projectId, countable }: BookDeskProps) {
  const say = useText();
  const content = useContent();
  const language = useLanguage();
  const { state, change } = useViewState();
  const [isExporting, setExporting] = useState(false);
  const [width, setWidth] = useState<number | undefined>();
  const tables = useRef<BookTablesHandle>(null);
  const book = bookOf(state, countable.groups, language);
  const questions = questionsOf(state, countable.groups).map(({ id, variable }) => ({
    id,
    label: variableLabel(variable, say, content),
    name: variable.name,
  }));
  const place = useBookPlace(questions);
  const has = questions.length > 0;
  const go = (index: number, takesFocus: boolean): void => {
    place.set(index);
    tables.current?.show(index, takesFocus);
  };
  const step = (by: -1 | 1): void => {
    const next = Math.min(Math.max(place.index + by, 0), questions.length - 1);
    // In the list of questions the hand stays in the list.
    const isInList = document.activeElement?.closest('[data-questions]') != null;
    go(next, !isInList);
    if (isInList) document.querySelector<HTMLElement>(`[data-questions] [data-at="${next}"]`)?.focus();
  };
  useCommand('tabBook.next', () => step(1), has);
  useCommand('tabBook.previous', () => step(-1), has);
  useCommand('lists.export', () => setExporting(true), has);
  return (
    <SplitPane
      start={{
        label: say('exhibits.book.questions'),
        handleLabel: say('analysis.pane.handle'),
        size: width,
        onSizeChange: setWidth,
        children: (
          <QuestionPane
            current={place.index}
            onGo={(index) => go(index, false)}
            onOpen={(index) => go(index, true)}
            questions={questions}
          />
        ),
      }}
    >
      <PageHeader
        actions={
          <Button icon="export" isDisabled={!has} kbd="E" onPress={() => setExporting(true)} variant="main">
            {say('exhibits.book.export')}
          </Button>
        }
        facts={say('exhibits.book.facts', { n: questions.length })}
        title={say('exhibits.book.title')}
      />
      <AnalysisNav projectId={projectId} />
      <BookWells change={change} countable={countable} state={state} />
      <BookTables
        book={book}
        current={place.index}
        handleRef={tables}
        hasIntervals={state.hasIntervals}
        onCurrent={place.set}
        projectId={projectId}
        questions={questions}
      />
      <BookExport book={book} count={questions.length} isOpen={isExporting} onClose={() => setExporting(false)} projectId={projectId} />
    </SplitPane>
  );
}
