import { skipToken, useQuery } from '@tanstack/react-query';
import type { BlockOptions } from '../../../../../shared/contract/reports-terms.ts';
import type { ProjectId } from '../../../../../shared/model/ids.ts';
import { orpc } from '../../../../lib/client.ts';
import { localeOf, useLanguage, useText } from '../../../../lib/text.ts';
import { Select } from '../../../../ui/select/Select.tsx';
import { useThemes } from '../../../themes/index.ts';

type About = Pick<BlockOptions, 'themeId' | 'serviceId' | 'placeId'>;

interface AboutChoicesProps {
  readonly projectId: ProjectId;
  /** Actions can be of a place of their own, without a finding. */
  readonly kind: 'findings' | 'actions';
  readonly options: About;
  readonly onChange: (change: About) => void;
}

interface Named {
  readonly id: string;
  readonly name: string;
}

const everything = 'all';

/** Of which theme, service or place alone. Services and places are those that there is something to tell of. */
export function AboutChoices({ projectId, kind, options, onChange }: AboutChoicesProps) {
  const say = useText();
  const language = useLanguage();
  const { themes } = useThemes(projectId);
  const findings = useQuery(orpc.findings.list.queryOptions({ input: { projectId, language } })).data?.findings ?? [];
  const actions = useQuery(orpc.actions.list.queryOptions({ input: kind === 'actions' ? { projectId } : skipToken })).data?.actions ?? [];
  const collator = new Intl.Collator(localeOf(language));
  const distinct = (all: readonly (Named | null)[]): Named[] =>
    [...new Map(all.flatMap((one) => (one === null ? [] : [[one.id, one] as const]))).values()].toSorted((a, b) =>
      collator.compare(a.name, b.name),
    );
  const parts = [
    { key: 'themeId', label: say('reports.pane.theme'), choices: [...themes.byId.keys()].map((id) => ({ id, name: themes.nameOf(id) })) },
    { key: 'serviceId', label: say('reports.pane.service'), choices: distinct(findings.map(({ ownService }) => ownService)) },
    {
      key: 'placeId',
      label: say('reports.pane.place'),
      choices: distinct([...findings.map(({ place }) => place), ...actions.map(({ ownPlace }) => ownPlace)]),
    },
  ] as const;
  return (
    <>
      {parts
        .filter(({ key, choices }) => choices.length > 0 || options[key] !== undefined)
        .map(({ key, label, choices }) => (
          <Select
            key={key}
            label={label}
            onChange={(id) => onChange({ [key]: id === everything ? undefined : id })}
            options={[
              { id: everything, label: say('reports.pane.all') },
              ...choices.map(({ id, name }) => ({ id: String(id), label: name })),
            ]}
            value={options[key] ?? everything}
          />
        ))}
    </>
  );
}
