import { useId, useRef } from 'react';
import { printedCode, type Question } from '../../../shared/model/questionnaire.ts';
import { localised } from '../../../shared/model/text.ts';
import { useText } from '../../lib/text.ts';
import { optionWords, type NameOf } from './answer-sentence.ts';
import card from './CurrentQuestion.module.css';
import { filledAt } from './entry-filled.ts';
import { isAsked, isFlagged, stateAt, valueAt } from './entry-model.ts';
import type { Spot } from './entry-layout.ts';
import styles from './GridQuestion.module.css';
import { questionLabel } from './question-label.ts';
import { QuestionFoot } from './QuestionFoot.tsx';
import { GridRow } from './GridRow.tsx';
import { useQuestionFocus } from './use-question-focus.ts';
import type { Entry } from './use-entry.ts';

export interface GridQuestionProps {
  readonly entry: Entry;
  readonly spots: readonly Spot[];
  readonly nameOf: NameOf;
  /** Drawn ahead and unseen: one comes to it next. */
  readonly isReady: boolean;
}

/** Rows of one scale under one lead: the answers stand once, as column heads, and one key answers the row and goes to the next. */
export function GridQuestion({ entry, spots, nameOf, isReady }: GridQuestionProps) {
  const say = useText();
  const { model, spot, language, actions } = entry;
  const block = useRef<HTMLDivElement>(null);
  useQuestionFocus(block, entry, !isReady);
  const leadId = useId();
  const [first] = spots;
  if (first === undefined || spot === null) return null;
  const speech = { language, say, nameOf };
  const question = filledAt(model, first, speech);
  const lead = localised(question.lead ?? {}, language);
  return (
    <div className={card.block} data-current={isReady ? undefined : ''} data-grid="" ref={block}>
      <div className={card.content}>
        {lead === '' ? null : (
          <p className={styles.lead} id={leadId} lang={language}>
            {lead}
          </p>
        )}
        <div
          aria-label={lead === '' ? say('entry.grid', { first: question.number, last: spots.at(-1)?.question.number ?? '' }) : undefined}
          aria-labelledby={lead === '' ? undefined : leadId}
          className={styles.grid}
          data-columns={question.options.length}
          role="grid"
        >
          <Head entry={entry} question={question} />
          {spots.map((row) => (
            <GridRow
              isAsked={isAsked(model, row)}
              isCurrent={row === spot}
              isFlagged={isFlagged(stateAt(model, row)) || entry.conflicts.has(row.key)}
              key={row.key}
              label={row === spot ? questionLabel(entry, row, say, nameOf) : ''}
              language={language}
              onGo={actions.goTo}
              onTake={actions.takeCode}
              question={filledAt(model, row, speech)}
              roving={row === spot && entry.waits === null ? entry.stay.roving : null}
              spotKey={row.key}
              value={valueAt(model, row)}
            />
          ))}
        </div>
        <QuestionFoot entry={entry} question={filledAt(model, spot, speech)} spot={spot} />
      </div>
    </div>
  );
}

/** The answers, once: the code that is typed and what it means. */
function Head({ entry, question }: { readonly entry: Entry; readonly question: Question }) {
  const say = useText();
  return (
    <div className={styles.head} role="row">
      <span className={styles.corner} role="columnheader">
        <span className={styles.hidden}>{say('entry.grid.question')}</span>
      </span>
      {question.options.map(({ code }) => (
        <span className={styles.columnHead} key={code} role="columnheader">
          <span className={styles.code}>{printedCode(question, code)}</span>
          <span lang={entry.language}>{wordsBeside(question, code, entry, say)}</span>
        </span>
      ))}
    </div>
  );
}

function wordsBeside(question: Question, code: number, { language }: Entry, say: ReturnType<typeof useText>): string {
  const words = optionWords(question, code, language, say);
  return words === printedCode(question, code) ? '' : words;
}
