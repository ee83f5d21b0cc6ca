import type { Span } from '../../../shared/contract/register-records.ts';
import { readSpan, spanWords } from '../../../shared/model/spoken-span.ts';
import type { Language } from '../../../shared/model/text.ts';
import { today } from '../../lib/dates.ts';
import { useTypedText } from '../../lib/fields/use-typed-text.ts';
import { formatDayShort } from '../../lib/format.ts';
import { useLanguage, useText, type Say } from '../../lib/text.ts';
import { TextField } from '../../ui/text-field/TextField.tsx';
import { useFirstFocus } from './use-first-focus.ts';

export interface SpanFieldProps {
  readonly label: string;
  readonly value: Span;
  readonly onCommit: (value: Span) => void;
  /** Words that say no day are kept as they are; without, they are not taken. */
  readonly keepsWords?: boolean;
  /** The first field of a row that was just opened. */
  readonly takesFocus?: boolean;
}

/** A period as it is said: "2020–2023", "fra mars 2021", "mot slutten av 2023". What it is read as stands beneath. */
export function SpanField({ label, value, onCommit, keepsWords = true, takesFocus = false }: SpanFieldProps) {
  const first = useFirstFocus(takesFocus);
  const say = useText();
  const language = useLanguage();
  const day = (iso: string): string => formatDayShort(iso, language);
  const typed = useTypedText(value.asSaid ?? spanWords(value, day), (text) => {
    const span = toSpan(text, language, keepsWords);
    if (span !== null) onCommit(span);
  });
  return (
    <TextField
      help={reading(toSpan(typed.text, language, true), { say, keepsWords, day })}
      inputRef={first}
      label={label}
      maxLength={300}
      onBlur={typed.commit}
      onChange={typed.onChange}
      onKeyDown={(event) => (event.key === 'Enter' ? typed.commit() : event.continuePropagation())}
      value={typed.text}
    />
  );
}

function toSpan(text: string, language: Language, keepsWords: boolean): Span | null {
  const said = text.trim();
  if (said === '') return { asSaid: null, from: null, to: null };
  const read = readSpan(said, { today: today(), language });
  if (read === null) return keepsWords ? { asSaid: said, from: null, to: null } : null;
  const isFigures = said.replaceAll(/\s/gu, '') === spanWords(read, (iso) => formatDayShort(iso, language)).replaceAll(/\s/gu, '');
  return { asSaid: isFigures || !keepsWords ? null : said, ...read };
}

interface Reading {
  readonly say: Say;
  readonly keepsWords: boolean;
  readonly day: (iso: string) => string;
}

function reading(span: Span | null, { say, keepsWords, day }: Reading): string {
  if (span === null || (span.asSaid === null && span.from === null && span.to === null)) return say('registers.span.help');
  if (span.from === null && span.to === null) return say(keepsWords ? 'registers.span.words' : 'registers.span.none');
  return say('registers.span.reading', { span: spanWords(span, day) });
}
