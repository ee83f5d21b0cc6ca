import { type Delimiter, type ReadingChoices, TextEncoding } from '../../../shared/model/survey-file.ts';
import { useText } from '../../lib/text.ts';
import { Select } from '../../ui/select/Select.tsx';
import styles from './Import.module.css';
import type { SurveyImport } from './survey-state.ts';

const delimiters = [
  [';', 'semicolon'],
  [',', 'comma'],
  ['\t', 'tab'],
  ['|', 'bar'],
] as const;
const encodingNames = { 'utf-8': 'UTF-8', 'utf-16le': 'UTF-16 LE', 'utf-16be': 'UTF-16 BE', 'windows-1252': 'Windows-1252' } as const;

/** How the file is read, each part of it open to correction. A correction reads the file again. */
export function ReadingChips({ state, onChange }: { readonly state: SurveyImport; readonly onChange: (change: ReadingChoices) => void }) {
  const say = useText();
  const reading = state.inspection?.reading;
  const { choices } = state;
  const isText = reading === undefined ? !(state.fileName ?? '').toLowerCase().endsWith('.xlsx') : reading.format === 'csv';
  // An SPSS file says all of it itself.
  if (reading === undefined ? /\.sav$/iu.test(state.fileName ?? '') : reading.format === 'sav') return null;
  const emptyText = say('exchange.import.unknown');
  const delimiter = reading?.dialect.delimiter ?? choices.delimiter;
  const sheets = state.inspection?.sheets ?? [];
  const numbers = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, at) => ({ id: String(from + at), label: String(from + at) }));
  const titleRows = reading?.titleRows ?? choices.titleRows ?? null;
  return (
    <div aria-label={say('exchange.import.howRead')} className={styles.chips} role="group">
      {isText ? (
        <>
          <Select
            emptyText={emptyText}
            label={say('exchange.import.encoding')}
            look="chip"
            onChange={(encoding) => onChange({ encoding })}
            options={TextEncoding.options.map((id) => ({
              id,
              label: id === 'mixed' ? say('exchange.import.encoding.mixed') : encodingNames[id],
            }))}
            value={reading?.encoding ?? choices.encoding ?? null}
          />
          <Select
            emptyText={emptyText}
            label={say('exchange.import.delimiter')}
            look="chip"
            onChange={(name) => onChange({ delimiter: signOf(name) })}
            options={delimiters.map(([, name]) => ({ id: name, label: say(`exchange.import.delimiter.${name}`) }))}
            value={delimiters.find(([sign]) => sign === delimiter)?.[1] ?? null}
          />
        </>
      ) : null}
      {sheets.length > 1 ? (
        <Select
          label={say('exchange.import.sheet')}
          look="chip"
          onChange={(sheet) => onChange({ sheet })}
          options={sheets.map((name) => ({ id: name, label: name }))}
          value={reading?.sheet ?? choices.sheet ?? null}
        />
      ) : null}
      <Select
        emptyText={emptyText}
        label={say('exchange.import.decimalSign')}
        look="chip"
        onChange={(sign) => onChange({ decimalSign: sign === 'comma' ? ',' : '.' })}
        options={(['comma', 'point'] as const).map((id) => ({ id, label: say(`exchange.import.decimalSign.${id}`) }))}
        value={decimalName(reading?.decimalSign ?? choices.decimalSign)}
      />
      <Select
        emptyText={emptyText}
        label={say('exchange.import.headerRows')}
        look="chip"
        onChange={(rows) => onChange({ headerRows: Number(rows) })}
        options={numbers(0, 2)}
        value={textOf(reading?.headerRows ?? choices.headerRows)}
      />
      <Select
        emptyText={emptyText}
        label={say('exchange.import.titleRows')}
        look="chip"
        onChange={(rows) => onChange({ titleRows: Number(rows) })}
        options={numbers(0, Math.max(5, titleRows ?? 0))}
        value={textOf(titleRows ?? undefined)}
      />
    </div>
  );
}

function signOf(name: (typeof delimiters)[number][1]): Delimiter {
  return delimiters.find(([, candidate]) => candidate === name)?.[0] ?? ';';
}

function decimalName(sign: ',' | '.' | undefined): 'comma' | 'point' | null {
  if (sign === undefined) return null;
  return sign === ',' ? 'comma' : 'point';
}

function textOf(value: number | undefined): string | null {
  return value === undefined ? null : String(value);
}
