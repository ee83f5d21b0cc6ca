import { useId } from 'react';
import type { Question } from '../../../shared/model/questionnaire.ts';
import { localised, type Language } from '../../../shared/model/text.ts';
import { formatDayShort } from '../../lib/format.ts';
import { useLanguage, useText, type Say } from '../../lib/text.ts';
import { readDate } from './entry-field.ts';
import type { Spot } from './entry-layout.ts';
import { valueAt } from './entry-model.ts';
import { flush, textInField } from './entry-typing.ts';
import { readingContext } from './entry-writing.ts';
import styles from './TypedAnswer.module.css';
import type { Entry } from './use-entry.ts';

export interface TypedAnswerProps {
  readonly entry: Entry;
  readonly spot: Spot;
  /** With the answers that its words mention. */
  readonly question: Question;
}

/** The field of a number, a date in words, or an open answer. It is written to the file when typing rests and when it is left. */
export function TypedAnswer({ entry, spot, question }: TypedAnswerProps) {
  const { language, actions, stay, model } = entry;
  const wording = localised(question.wording, language);
  const text = textInField(entry);
  const readingId = useId();
  // Also what the program asks for before it quits.
  const leave = (): void => flush(entry.desk);
  if (question.type === 'open') {
    return (
      <textarea
        aria-label={wording}
        className={styles.open}
        data-answer-field=""
        lang={language}
        onBlur={leave}
        onChange={(event) => actions.type(event.target.value)}
        rows={3}
        spellCheck
        value={text}
      />
    );
  }
  const isNumber = question.type === 'number';
  const isRefused = stay.note?.tone === 'refused' || (stay.typed === null && valueAt(model, spot)?.kind === 'draft');
  return (
    <>
      <span className={styles.box}>
        <input
          aria-describedby={question.type === 'date' ? readingId : undefined}
          aria-invalid={isRefused || undefined}
          aria-label={wording}
          autoComplete="off"
          className={styles.line}
          data-answer-field=""
          data-number={isNumber || undefined}
          inputMode={isNumber ? 'decimal' : 'text'}
          onBlur={leave}
          onChange={(event) => actions.type(isNumber ? onlyNumber(event.target.value) : event.target.value)}
          spellCheck={false}
          type="text"
          value={text}
        />
        {question.unit === null ? null : <span lang={language}>{localised(question.unit, language)}</span>}
        {isNumber ? <Range question={question} /> : null}
      </span>
      {question.type === 'date' ? <DateReading entry={entry} id={readingId} question={question} text={text} /> : null}
    </>
  );
}

/** A number field takes digits, a sign and a decimal sign; letters are reasons. */
function onlyNumber(text: string): string {
  return text.replaceAll(/[^\d,.\u2212-]/gu, '').replace('.', ',');
}

/** The bounds that are possible at all, small beside the field. */
function Range({ question: { minimum, maximum } }: { readonly question: Question }) {
  const say = useText();
  if (minimum === null && maximum === null) return null;
  const bound = (number: number | null): string => (number === null ? '' : String(number).replace('.', ','));
  if (minimum !== null && maximum !== null) return <span className={styles.quiet}>{`${bound(minimum)}–${bound(maximum)}`}</span>;
  const message = minimum === null ? 'entry.atMost' : 'entry.atLeast';
  return <span className={styles.quiet}>{say(message, { number: bound(minimum ?? maximum) })}</span>;
}

interface DateReadingProps {
  readonly entry: Entry;
  readonly id: string;
  readonly question: Question;
  readonly text: string;
}

/** How the words of a date are read, and the day they sort by; while they cannot be read, how they may be written. */
function DateReading({ entry, id, question, text }: DateReadingProps) {
  const say = useText();
  const language = useLanguage();
  const read = readDate(question, text, readingContext(entry.model));
  return (
    <p aria-live="polite" className={styles.reading} data-read={read !== null || undefined} id={id}>
      {read === null ? say(`entry.date.help.${question.dateForm ?? 'date'}`) : readingSentence(read, language, say)}
    </p>
  );
}

function readingSentence(read: NonNullable<ReturnType<typeof readDate>>, language: Language, say: Say): string {
  const { said, sortOn, precision } = read;
  if (sortOn === null) return say('entry.date.none', { said });
  if (/^\d{2}:\d{2}$/u.test(sortOn)) return say('entry.date.clock', { said, clock: clockIn(sortOn, language) });
  const day = formatDayShort(sortOn.slice(0, 10), language);
  const clock = sortOn.length > 10 ? ` ${clockIn(sortOn.slice(11, 16), language)}` : '';
  return say('entry.date.reading', { said, precision, day: `${day}${clock}` });
}

function clockIn(clock: string, language: Language): string {
  return language === 'en' ? clock : clock.replace(':', '.');
}
