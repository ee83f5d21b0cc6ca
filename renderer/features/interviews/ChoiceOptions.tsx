import { isOneChoice, printedCode, type Question } from '../../../shared/model/questionnaire.ts';
import { useText } from '../../lib/text.ts';
import { Keycap } from '../../ui/keycap/Keycap.tsx';
import { optionWords } from './answer-sentence.ts';
import styles from './ChoiceOptions.module.css';
import type { Entry } from './use-entry.ts';

/** The answers that can be chosen. Arrows move among them, a code or Space answers; moving never does. */
export function ChoiceOptions({
  entry,
  question,
  onTake,
}: {
  readonly entry: Entry;
  readonly question: Question;
  readonly onTake: (code: number) => void;
}) {
  const say = useText();
  const { model, language, stay } = entry;
  const value = model.valueOf(question.id);
  const chosen = value?.kind === 'code' ? [value.code] : value?.kind === 'codes' ? value.codes : [];
  const isOne = isOneChoice(question);
  return (
    <div
      aria-label={say('interviews.entry.answers')}
      className={styles.options}
      data-layout={layoutOf(question)}
      role={isOne ? 'radiogroup' : 'group'}
    >
      {question.options.map((option, index) => {
        const place = chosen.indexOf(option.code);
        const words = optionWords(question, option.code, language, say);
        const printed = printedCode(question, option.code);
        return (
          <button
            aria-checked={place !== -1}
            className={styles.option}
            data-chosen={place !== -1 || undefined}
            data-stop={index}
            key={option.code}
            onClick={() => onTake(option.code)}
            role={isOne ? 'radio' : 'checkbox'}
            tabIndex={stay.roving === index ? 0 : -1}
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
  );
}

/** Short scales stand side by side, 0–10 in one line, long lists in two columns. */
function layoutOf(question: Question): 'beside' | 'line' | 'stack' | 'columns' {
  if (question.type === 'scale-0-10') return 'line';
  if (question.type === 'scale' && question.options.length <= 5) return 'beside';
  return question.options.length > 7 ? 'columns' : 'stack';
}
