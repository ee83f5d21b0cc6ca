import type { RoleRecord } from '../../../shared/contract/register-records.ts';
import type { EntryKind } from '../../../shared/contract/registers.ts';
import { client } from '../../lib/client.ts';
import { useDates } from '../../lib/dates.ts';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { NewPart } from './NewPart.tsx';
import { PartList } from './PartList.tsx';
import { RoleFields, type RoleDraft } from './RoleFields.tsx';
import { during, listed, spanText } from './span-text.ts';

export type RoleOwner = Exclude<EntryKind, 'services'>;

export interface RolesPartProps {
  readonly owner: RoleOwner;
  /** The entry whose roles these are, as it is picked. */
  readonly entry: { readonly id: string; readonly name: string };
  readonly roles: readonly RoleRecord[];
}

/** Who was what, where and when: a person's roles, an organisation's people, a body's members. */
export function RolesPart({ owner, entry, roles }: RolesPartProps) {
  const say = useText();
  const dates = useDates();
  const save = useSave();
  const blank = blankRole(owner, { ...entry, detail: '' });
  const keep = (id: string | null, role: RoleDraft) => {
    if (role.person === null || role.role === '') return Promise.resolve(undefined);
    const { person, organisation, body, ...rest } = role;
    const part = { ...rest, personId: person.id, organisationId: organisation?.id ?? null, bodyId: body?.id ?? null };
    return save(() => client.registers.savePart({ part: 'role', id, ...part }));
  };
  const words = (role: RoleRecord): string => {
    const what = role.title ?? role.role;
    const name = role.isFirstTime ? say('registers.firstTime', { role: what }) : what;
    const where = owner === 'people' ? [name, role.body?.name ?? null, role.organisation?.name ?? null] : [role.person.name, name];
    return during(listed(where), spanText(role.span, dates, say));
  };
  return (
    <PartList
      add={(close) => (
        <NewPart
          blank={blank}
          close={close}
          isReady={({ person, role }) => person !== null && role !== ''}
          onAdd={(made) => keep(null, made)}
        >
          {(made, onChange) => <RoleFields isNew onChange={onChange} owner={owner} value={made} />}
        </NewPart>
      )}
      addLabel={say(`registers.roles.add.${owner}`)}
      edit={(role) => <RoleFields onChange={(changed) => void keep(role.id, changed)} owner={owner} value={role} />}
      idOf={(role) => role.id}
      onRemove={(role) => void save(() => client.registers.removePart({ part: 'role', id: role.id }))}
      parts={roles}
      title={say(`registers.roles.title.${owner}`)}
      words={words}
    />
  );
}

function blankRole(owner: RoleOwner, entry: NonNullable<RoleDraft['person']>): RoleDraft {
  return {
    person: owner === 'people' ? entry : null,
    organisation: owner === 'organisations' ? entry : null,
    body: owner === 'bodies' ? entry : null,
    role: '',
    title: null,
    span: { asSaid: null, from: null, to: null },
    recruitedBy: null,
    isFirstTime: false,
  };
}
