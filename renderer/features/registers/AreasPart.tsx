import type { OrganisationRecord } from '../../../shared/contract/register-records.ts';
import { client } from '../../lib/client.ts';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { PartList } from './PartList.tsx';
import { RegisterPicker } from './RegisterPicker.tsx';
import { listed } from './span-text.ts';

export interface AreasPartProps {
  readonly organisationId: string;
  readonly areas: OrganisationRecord['areas'];
}

/** Places an organisation serves; often many, while it sits in one. */
export function AreasPart({ organisationId, areas }: AreasPartProps) {
  const say = useText();
  const save = useSave();
  return (
    <PartList
      add={(close) => (
        <RegisterPicker
          kind="places"
          label={say('registers.area')}
          onCancel={close}
          onPick={(place) => {
            if (place !== null)
              void save(() => client.registers.savePart({ part: 'area', id: null, organisationId, placeId: place.id })).then(close);
          }}
          takesFocus
          value={null}
        />
      )}
      addLabel={say('registers.areas.add')}
      idOf={(area) => area.id}
      onRemove={(area) => void save(() => client.registers.removePart({ part: 'area', id: area.id }))}
      parts={areas}
      title={say('registers.areas')}
      words={(area) => listed([area.place.name, area.place.detail])}
    />
  );
}
