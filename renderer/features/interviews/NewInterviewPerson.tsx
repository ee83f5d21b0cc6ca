import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AskedRow } from '../../../shared/contract/fieldwork-asked.ts';
import type { ProjectId, WaveId } from '../../../shared/model/ids.ts';
import { orpc } from '../../lib/client.ts';
import { useText } from '../../lib/text.ts';
import { ComboBox } from '../../ui/combo-box/ComboBox.tsx';

export interface NewInterviewPersonProps {
  readonly projectId: ProjectId;
  readonly waveId: WaveId;
  readonly nextCode: string;
  readonly person: AskedRow | null;
  readonly onChange: (person: AskedRow | null) => void;
}

const fresh = 'new';

/** Who is interviewed: a new code, or somebody on the list of those asked. Without such a list there is nothing to choose. */
export function NewInterviewPerson({ projectId, waveId, nextCode, person, onChange }: NewInterviewPersonProps) {
  const say = useText();
  const [typed, setTyped] = useState<string | null>(null);
  const { data } = useQuery({
    ...orpc.fieldwork.listAsked.queryOptions({ input: { projectId, waveId, canBegin: true, search: typed ?? '', limit: 20 } }),
    placeholderData: keepPreviousData,
  });
  if (data === undefined || !data.hasList) return null;
  const newCode = say('fieldwork.start.newCode', { code: nextCode });
  const options = [
    ...(typed === null || typed === '' ? [{ id: fresh, label: newCode }] : []),
    ...data.rows.map((row) => ({
      id: row.respondentId as string,
      label: row.code,
      detail: [say(`fieldwork.status.${row.status}`), row.recruitedBy].filter((part) => part !== '').join(' · '),
    })),
  ];
  return (
    <ComboBox
      countText={say('fieldwork.start.hits', { count: data.total })}
      label={say('fieldwork.start.person')}
      onCancel={() => setTyped(null)}
      onChoose={(id) => {
        setTyped(null);
        onChange(data.rows.find((row) => row.respondentId === id) ?? null);
      }}
      onTextChange={setTyped}
      opensOnFocus
      options={options}
      text={typed ?? person?.code ?? newCode}
    />
  );
}
