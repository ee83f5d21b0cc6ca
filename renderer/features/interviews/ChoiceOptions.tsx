import { isOneChoice, printedCode, type Question } from '../../../shared/model/questionnaire.ts';
import { useText } from '../../lib/text.ts';
import { Keycap } from '../../ui/keycap/Keycap.tsx';
import { optionWords } from './answer-sentence.ts';
import styles from './ChoiceOptions.module.css';
import { offeredAt, valueAt } from './entry-model.ts';
import type { Spot } from './entry-layout.ts';
import type { Entry } from './use-entry.ts';

export interface ChoiceOptionsProps {
  readonly entry: Entry;
  readonly spot: Spot;
  /** With the answers that its words mention. */
  readonly question: Question;
}

/** The answers that can be chosen. Arrows move among them, a code or Space answers; moving never does. */
export function ChoiceOptions({ entry, spot, question }: ChoiceOptionsProps) {
  const say = useText();
  const { model, language, stay, actions, waits } = entry;
  const value = valueAt(model, spot);
  const chosen = value?.kind === 'code' ? [value.code] : value?.kind === 'codes' ? value.codes : [];
  const isOne = isOneChoice(question);
  const options = offeredAt(model, spot);
  return (
    <>
      <div
        aria-label={say('interviews.entry.answers')}
        className={styles.options}
        data-layout={layoutOf(question, options.length)}
        role={isOne ? 'radiogroup' : 'group'}
      >
        {options.map((option, index) => {
          const place = chosen.indexOf(option.code);
          const words = optionWords(question, option.code, language, say);
          const printed = printedCode(question, option.code);
          return (
            <button
              aria-checked={place !== -1}
              className={styles.option}
              data-chosen={place !== -1 || undefined}
              data-stop={waits === null ? index : undefined}
              key={option.code}
              onClick={() => actions.takeCode(option.code)}
              role={isOne ? 'radio' : 'checkbox'}
              tabIndex={waits === null && stay.roving === index ? 0 : -1}
              type="button"
            >
              <Keycap keys={printed} look={place === -1 ? 'normal' : 'filled'} />
              {words === printed ? null : (
                <span className={styles.words} lang={language}>
                  {words}
                </span>
              )}
              {question.type === 'rank' && place !== -1 ? (
                <span className={styles.rank}>{say('interviews.entry.rankPlace', { place: place + 1 })}</span>
              ) : null}
            </button>
          );
        })}
      </div>
      {question.type === 'rank' ? (
        <RankOrder chosen={chosen} entry={entry} most={mostOf(question, options.length)} question={question} />
      ) : null}
    </>
  );
}

function mostOf(question: Question, offered: number): number {
  return Math.min(question.rankCount ?? offered, offered);
}

interface RankOrderProps {
  readonly entry: Entry;
  readonly question: Question;
  readonly chosen: readonly number[];
  readonly most: number;
}

/** What has been ranked so far, most important first, and how many places are left. */
function RankOrder({ entry, question, chosen, most }: RankOrderProps) {
  const say = useText();
  return (
    <p className={styles.order}>
      {say('entry.rankCount', { chosen: chosen.length, most })}
      {chosen.map((code, index) => (
        <span className={styles.ordered} key={code} lang={entry.language}>
          {`${index + 1}. ${optionWords(question, code, entry.language, say)}`}
        </span>
      ))}
    </p>
  );
}

/** Short scales stand side by side, 0–10 in one line, long lists in two columns. */
function layoutOf(question: Question, count: number): 'beside' | 'line' | 'stack' | 'columns' {
  if (question.type === 'scale-0-10') return 'line';
  if (question.type === 'scale' && count <= 5) return 'beside';
  return count > 7 ? 'columns' : 'stack';
}
