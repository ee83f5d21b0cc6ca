import type { ExternalSurvey } from '../../../shared/contract/listening.ts';
import { client } from '../../lib/client.ts';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { IconButton } from '../../ui/icon-button/IconButton.tsx';
import { Select } from '../../ui/select/Select.tsx';
import { CellField } from './CellField.tsx';
import { Register } from './Register.tsx';

/** Surveys that others run, with what they say and whether enough people answered. */
export function OtherSurveys({ surveys }: { readonly surveys: readonly ExternalSurvey[] }) {
  const say = useText();
  const save = useSave();
  const keep = (survey: Parameters<typeof client.listening.saveSurvey>[0]): void => void save(() => client.listening.saveSurvey(survey));
  const add = () =>
    save(() =>
      client.listening.saveSurvey({
        id: null,
        name: say('listening.survey.new'),
        owner: null,
        everyMonths: null,
        latestYear: null,
        headline: null,
        hasEnoughAnswers: null,
      }),
    );
  const number = (typed: string | null): number | null => (typed !== null && /^\d+$/u.test(typed.trim()) ? Number(typed) : null);
  const enough = { yes: true, no: false, unknown: null } as const;
  return (
    <Register
      addLabel={say('listening.survey.add')}
      columns={[
        say('listening.survey.name'),
        say('listening.survey.owner'),
        say('listening.survey.everyMonths'),
        say('listening.survey.latestYear'),
        say('listening.survey.headline'),
        say('listening.survey.enough'),
      ]}
      empty={say('listening.survey.empty')}
      isEmpty={surveys.length === 0}
      onAdd={add}
      title={say('listening.survey.title')}
    >
      {surveys.map((survey) => (
        <tr data-id={survey.id} key={survey.id}>
          <td>
            <CellField
              label={say('listening.survey.name')}
              onSave={(name) => (name === null ? undefined : keep({ id: survey.id, name }))}
              value={survey.name}
            />
          </td>
          <td>
            <CellField label={say('listening.survey.owner')} onSave={(owner) => keep({ id: survey.id, owner })} value={survey.owner} />
          </td>
          <td>
            <CellField
              label={say('listening.survey.everyMonths')}
              onSave={(typed) => keep({ id: survey.id, everyMonths: number(typed) })}
              value={survey.everyMonths === null ? null : String(survey.everyMonths)}
            />
          </td>
          <td>
            <CellField
              label={say('listening.survey.latestYear')}
              onSave={(typed) => keep({ id: survey.id, latestYear: number(typed) })}
              value={survey.latestYear === null ? null : String(survey.latestYear)}
            />
          </td>
          <td>
            <CellField
              label={say('listening.survey.headline')}
              onSave={(headline) => keep({ id: survey.id, headline })}
              value={survey.headline}
            />
          </td>
          <td>
            <Select
              isLabelHidden
              label={say('listening.survey.enough')}
              onChange={(id) => keep({ id: survey.id, hasEnoughAnswers: enough[id] })}
              options={(['unknown', 'yes', 'no'] as const).map((id) => ({ id, label: say(`listening.survey.enough.${id}`) }))}
              value={survey.hasEnoughAnswers === null ? 'unknown' : survey.hasEnoughAnswers ? 'yes' : 'no'}
            />
          </td>
          <td>
            <IconButton
              icon="remove"
              label={say('listening.remove')}
              onPress={() => void save(() => client.listening.removeSurvey({ id: survey.id }))}
            />
          </td>
        </tr>
      ))}
    </Register>
  );
}
