import type { ImportPlaces } from '../../../shared/contract/exchange.ts';
import { useText } from '../../lib/text.ts';
import { Select } from '../../ui/select/Select.tsx';
import { ways, withWay, type FieldValues } from './import-fields.ts';

/** Which questionnaire the answers go into, what they do to people who are there, and the wave. */
export function QuestionnaireFields({
  values,
  places,
  onChange,
}: {
  readonly values: FieldValues;
  readonly places: ImportPlaces | undefined;
  readonly onChange: (change: Partial<FieldValues>) => void;
}) {
  const say = useText();
  const versions = (places?.questionnaires ?? []).flatMap(({ name, versions: all }) =>
    all.map(({ id, number, waveId, interviewCount, languages }) => ({
      id: String(id),
      label: say('exchange.import.version', { name, number }),
      detail: say('exchange.import.versionInterviews', { count: interviewCount }),
      waveId,
      language: languages[0],
    })),
  );
  const isOld = versions.some(({ id }) => id === values.version);
  const waves = [
    ...(values.way === 'more' || values.way === 'replace' ? [{ id: 'any', label: say('exchange.import.wave.any') }] : []),
    ...(places?.waves ?? []).map(({ id, name }) => ({ id: String(id), label: name })),
    ...(values.way === 'people' || values.way === 'version' ? [{ id: 'new', label: say('exchange.import.wave.new') }] : []),
  ];
  const choose = (version: string): void => {
    const chosen = versions.find(({ id }) => id === version);
    const language = chosen?.language ?? values.language;
    onChange({ version, way: 'people', wave: chosen?.waveId ?? 'new', language });
  };
  return (
    <>
      <Select
        label={say('exchange.import.questionnaire')}
        onChange={choose}
        options={[{ id: 'new', label: say('exchange.import.newQuestionnaire') }, ...versions]}
        value={isOld ? values.version : 'new'}
      />
      {isOld ? (
        <>
          <Select
            label={say('exchange.import.way')}
            onChange={(way) => onChange(withWay(values, way, places))}
            options={ways.map((id) => ({ id, label: say(`exchange.import.way.${id}`) }))}
            value={values.way}
          />
          <Select label={say('exchange.import.wave')} onChange={(wave) => onChange({ wave })} options={waves} value={values.wave} />
          {values.way === 'more' || values.way === 'replace' ? (
            <Select
              label={say('exchange.import.unknownPeople')}
              onChange={(unknown) => onChange({ unknown })}
              options={(['add', 'skip'] as const).map((id) => ({ id, label: say(`exchange.import.unknownPeople.${id}`) }))}
              value={values.unknown}
            />
          ) : null}
        </>
      ) : null}
    </>
  );
}
