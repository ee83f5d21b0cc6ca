import type { RoleRecord } from '../../../shared/contract/register-records.ts';
import { NeededField } from '../../lib/fields/NeededField.tsx';
import { useText } from '../../lib/text.ts';
import { Checkbox } from '../../ui/checkbox/Checkbox.tsx';
import { EntryLine } from './EntryLine.tsx';
import { RegisterPicker, type Picked } from './RegisterPicker.tsx';
import type { RoleOwner } from './RolesPart.tsx';
import { SpanField } from './SpanField.tsx';
import { useDraft } from './use-draft.ts';

/** A role that may still lack its person. */
export type RoleDraft = Omit<RoleRecord, 'id' | 'person'> & { readonly person: Picked | null };

export interface RoleFieldsProps {
  readonly owner: RoleOwner;
  readonly value: RoleDraft;
  readonly onChange: (value: RoleDraft) => void;
  /** Not made yet: its first field takes focus. */
  readonly isNew?: boolean;
}

/** The fields of one role: what the pane is about stands already, and is not asked for. */
export function RoleFields({ owner, value: given, onChange, isNew = false }: RoleFieldsProps) {
  const say = useText();
  const [value, setValue] = useDraft(given, onChange);
  const change = (part: Partial<RoleDraft>): void => setValue({ ...value, ...part });
  // A role was in an organisation or in a body then: those of that time come first.
  const on = value.span.from?.length === 10 ? { on: value.span.from } : {};
  const isBody = owner === 'bodies' || value.body !== null;
  return (
    <>
      {owner === 'people' ? (
        <>
          <RegisterPicker
            {...on}
            canCreate
            takesFocus={isNew}
            kind="organisations"
            label={say('registers.organisation')}
            onPick={(organisation) => change({ organisation })}
            value={value.organisation}
          />
          <RegisterPicker
            {...on}
            canCreate
            kind="bodies"
            label={say('registers.body')}
            onPick={(body) => change({ body })}
            value={value.body}
          />
        </>
      ) : (
        <RegisterPicker
          {...on}
          canCreate
          takesFocus={isNew}
          kind="people"
          label={say('registers.person')}
          onPick={(person) => (person === null && value.person !== null ? undefined : change({ person }))}
          value={value.person}
        />
      )}
      <NeededField label={say('registers.role')} maxLength={200} onKeep={(role) => change({ role })} value={value.role} />
      <EntryLine label={say('registers.personTitle')} onKeep={(title) => change({ title })} value={value.title} />
      <SpanField label={say('registers.period')} onCommit={(span) => change({ span })} value={value.span} />
      {isBody ? (
        <>
          <EntryLine
            help={say('registers.recruitedBy.help')}
            label={say('registers.recruitedBy')}
            onKeep={(recruitedBy) => change({ recruitedBy })}
            value={value.recruitedBy}
          />
          <Checkbox isSelected={value.isFirstTime} onChange={(isFirstTime) => change({ isFirstTime })}>
            {say('registers.isFirstTime')}
          </Checkbox>
        </>
      ) : null}
    </>
  );
}
