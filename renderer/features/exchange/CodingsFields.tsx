import type { MappingTrial } from '../../../shared/contract/exchange.ts';
import type { FileCodings, SurveyMapping } from '../../../shared/model/survey-file.ts';
import { useText } from '../../lib/text.ts';
import { Select } from '../../ui/select/Select.tsx';
import { TextField } from '../../ui/text-field/TextField.tsx';
import { CodingsFacts } from './CodingsFacts.tsx';
import { withCodings } from './mapping-rows.ts';
import type { useSurveyImport } from './use-survey-import.ts';

/** Which open answer the themes belong to, who put them there, and what they come to. */
export function CodingsFields({
  codings,
  mapping,
  trial,
  survey,
}: {
  readonly codings: FileCodings;
  readonly mapping: SurveyMapping;
  readonly trial: MappingTrial | null;
  readonly survey: ReturnType<typeof useSurveyImport>;
}) {
  const say = useText();
  const open = mapping.questions.filter(({ kind }) => kind === 'open');
  const { key, of, coder } = codings;
  const isKnown = open.some(({ columns }) => columns[0] === of);
  return (
    <>
      <Select
        caution={isKnown ? undefined : say('exchange.codings.noAnswer')}
        label={say('exchange.codings.of')}
        onChange={(column) => void survey.remap(withCodings(mapping, key, { of: Number(column) }))}
        options={open.map(({ columns, label }) => ({
          id: String(columns[0] ?? 0),
          label: label === '' ? say('exchange.import.columnNumber', { number: (columns[0] ?? 0) + 1 }) : label,
        }))}
        value={isKnown ? String(of) : null}
      />
      <TextField
        defaultValue={coder ?? ''}
        help={say('exchange.codings.coderHelp')}
        key={`${key} ${coder ?? ''}`}
        label={say('exchange.codings.coder')}
        maxLength={200}
        onBlur={(event) => {
          const name = event.target instanceof HTMLInputElement ? event.target.value.trim().replaceAll(/\s+/gu, ' ') : '';
          if (name !== (coder ?? '')) void survey.remap(withCodings(mapping, key, { coder: name === '' ? null : name }));
        }}
      />
      {trial?.codings == null ? null : <CodingsFacts report={trial.codings} />}
    </>
  );
}
