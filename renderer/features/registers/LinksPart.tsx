import type { ServiceRecord } from '../../../shared/contract/register-records.ts';
import { ServiceRow } from '../../../shared/contract/register-rows.ts';
import { client } from '../../lib/client.ts';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Select } from '../../ui/select/Select.tsx';
import { EntryLine } from './EntryLine.tsx';
import { NewPart } from './NewPart.tsx';
import { PartList } from './PartList.tsx';
import { RegisterPicker, type Picked } from './RegisterPicker.tsx';
import { listed } from './span-text.ts';
import { useDraft } from './use-draft.ts';

export interface LinksPartProps {
  readonly serviceId: string;
  readonly links: ServiceRecord['links'];
}

interface ServiceLink {
  readonly kind: ServiceRecord['links'][number]['kind'];
  readonly service: Picked | null;
  readonly note: string | null;
}

const blank: ServiceLink = { kind: 'cooperates-with', service: null, note: null };

/** Which services this one sends people to, works with or has taken over from. */
export function LinksPart({ serviceId, links }: LinksPartProps) {
  const say = useText();
  const save = useSave();
  const keep = (id: string | null, { kind, service, note }: ServiceLink) =>
    service === null
      ? Promise.resolve(undefined)
      : save(() => client.registers.savePart({ part: 'link', id, serviceId, toServiceId: service.id, kind, note }));
  return (
    <PartList
      add={(close) => (
        <NewPart blank={blank} close={close} isReady={(link) => link.service !== null} onAdd={(made) => keep(null, made)}>
          {(made, onChange) => <LinkFields isNew onChange={onChange} value={made} />}
        </NewPart>
      )}
      addLabel={say('registers.links.add')}
      edit={(link) => <LinkFields onChange={(changed) => void keep(link.id, changed)} value={link} />}
      idOf={(link) => link.id}
      onRemove={(link) => void save(() => client.registers.removePart({ part: 'link', id: link.id }))}
      parts={links}
      title={say('registers.links')}
      words={(link) => listed([`${say(`registers.link.${link.kind}`)} ${link.service.name}`, link.note])}
    />
  );
}

interface LinkFieldsProps {
  readonly value: ServiceLink;
  readonly onChange: (value: ServiceLink) => void;
  readonly isNew?: boolean;
}

function LinkFields({ value: given, onChange, isNew = false }: LinkFieldsProps) {
  const say = useText();
  const [value, setValue] = useDraft(given, onChange);
  const change = (part: Partial<ServiceLink>): void => setValue({ ...value, ...part });
  return (
    <>
      <RegisterPicker
        canCreate
        kind="services"
        label={say('registers.service')}
        onPick={(service) => (service === null ? undefined : change({ service }))}
        takesFocus={isNew}
        value={value.service}
      />
      <Select
        label={say('registers.link.kind')}
        onChange={(kind) => change({ kind })}
        options={ServiceRow.shape.links.element.shape.kind.options.map((kind) => ({ id: kind, label: say(`registers.link.${kind}`) }))}
        value={value.kind}
      />
      <EntryLine label={say('registers.note')} onKeep={(note) => change({ note })} value={value.note} />
    </>
  );
}
