import { HearingKind, type HearingMethod } from '../../../shared/contract/listening.ts';
import { client } from '../../lib/client.ts';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { IconButton } from '../../ui/icon-button/IconButton.tsx';
import { Select } from '../../ui/select/Select.tsx';
import { CellField } from './CellField.tsx';
import { Register } from './Register.tsx';

const texts = ['effort', 'strengths', 'weaknesses'] as const;

/** Ways of hearing users, held against each other: whom they reach, what they cost, what they are good and bad at. */
export function HearingMethods({ methods }: { readonly methods: readonly HearingMethod[] }) {
  const say = useText();
  const save = useSave();
  const keep = (method: Parameters<typeof client.listening.saveMethod>[0]): void => void save(() => client.listening.saveMethod(method));
  const add = () =>
    save(() =>
      client.listening.saveMethod({
        id: null,
        projectId: null,
        kind: 'interview',
        name: say('listening.method.new'),
        period: null,
        reached: null,
        effort: null,
        strengths: null,
        weaknesses: null,
      }),
    );
  return (
    <Register
      addLabel={say('listening.method.add')}
      columns={[
        say('listening.method.kind'),
        say('listening.method.name'),
        say('listening.method.period'),
        say('listening.method.reached'),
        ...texts.map((text) => say(`listening.method.${text}`)),
      ]}
      empty={say('listening.method.empty')}
      isEmpty={methods.length === 0}
      onAdd={add}
      title={say('listening.method.title')}
    >
      {methods.map((method) => (
        <tr data-id={method.id} key={method.id}>
          <td>
            <Select
              isLabelHidden
              label={say('listening.method.kind')}
              onChange={(kind) => keep({ id: method.id, kind })}
              options={HearingKind.options.map((id) => ({ id, label: say(`listening.kind.${id}`) }))}
              value={method.kind}
            />
          </td>
          <td>
            <CellField
              label={say('listening.method.name')}
              onSave={(name) => (name === null ? undefined : keep({ id: method.id, name }))}
              value={method.name}
            />
          </td>
          <td>
            <CellField label={say('listening.method.period')} onSave={(period) => keep({ id: method.id, period })} value={method.period} />
          </td>
          <td>
            <CellField
              label={say('listening.method.reached')}
              onSave={(typed) => keep({ id: method.id, reached: readReached(typed) })}
              value={saidReached(method)}
            />
          </td>
          {texts.map((text) => (
            <td key={text}>
              <CellField
                label={say(`listening.method.${text}`)}
                onSave={(typed) => keep({ id: method.id, [text]: typed })}
                value={method[text]}
              />
            </td>
          ))}
          <td>
            <IconButton
              icon="remove"
              label={say('listening.remove')}
              onPress={() => void save(() => client.listening.removeMethod({ id: method.id }))}
            />
          </td>
        </tr>
      ))}
    </Register>
  );
}

/** "ca 40" is about 40, "minst 40" and "40+" at least 40. */
function readReached(typed: string | null): HearingMethod['reached'] {
  const digits = /\d+/u.exec(typed ?? '')?.[0];
  if (typed === null || digits === undefined) return null;
  const precision = /^\s*(?:ca|om ?lag|omkring|about|~)/iu.test(typed) ? 'about' : /minst|at least|\+/iu.test(typed) ? 'at-least' : 'exact';
  return { count: Number(digits), precision };
}

function saidReached({ reached }: HearingMethod): string | null {
  if (reached === null) return null;
  if (reached.precision === 'about') return `ca. ${reached.count}`;
  return reached.precision === 'at-least' ? `${reached.count}+` : String(reached.count);
}
