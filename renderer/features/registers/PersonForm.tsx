import type { Ref } from 'react';
import type { PersonFields, PersonRecord } from '../../../shared/contract/register-records.ts';
import { PersonRow } from '../../../shared/contract/register-rows.ts';
import { languages } from '../../../shared/model/text.ts';
import { client } from '../../lib/client.ts';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Select } from '../../ui/select/Select.tsx';
import { ConsentFields } from './ConsentFields.tsx';
import { EntryLine } from './EntryLine.tsx';
import { EntryName } from './EntryName.tsx';
import { ReachFields } from './ReachFields.tsx';
import { RolesPart } from './RolesPart.tsx';
import styles from './registers.module.css';

export interface PersonFormProps {
  readonly record: PersonRecord;
  readonly nameRef: Ref<HTMLInputElement>;
}

const noLanguage = '-';

/** Who somebody is in the roles they have, how they are reached, and whether that may be shared. */
export function PersonForm({ record, nameRef }: PersonFormProps) {
  const say = useText();
  const save = useSave();
  const { id, fields } = record;
  const change = (changed: Partial<PersonFields>): void =>
    void save(() => client.registers.change({ kind: 'people', id, fields: changed }));
  const languageOptions = [
    { id: noLanguage, label: say('registers.language.none') },
    ...languages.map((language) => ({ id: language, label: say(`projects.language.${language}`) })),
  ] as const;
  return (
    <>
      <div className={styles.fields}>
        <EntryName nameRef={nameRef} onKeep={(name) => change({ name })} value={fields.name} />
      </div>
      <RolesPart entry={{ id, name: fields.name }} owner="people" roles={record.roles} />
      <div className={styles.part}>
        <h3 className={styles.partTitle}>{say('registers.contact')}</h3>
        <ReachFields fields={fields} onChange={change} />
        <Select
          label={say('registers.contactRoute')}
          onChange={(contactRoute) => change({ contactRoute })}
          options={PersonRow.shape.contactRoute.options.map((route) => ({ id: route, label: say(`registers.contactRoute.${route}`) }))}
          value={fields.contactRoute}
        />
        <ConsentFields fields={fields} onChange={change} />
        <Select
          label={say('registers.language')}
          onChange={(language) => change({ language: language === noLanguage ? null : language })}
          options={languageOptions}
          value={fields.language ?? noLanguage}
        />
        <EntryLine label={say('registers.note')} onKeep={(note) => change({ note })} rows={2} value={fields.note} />
        <p className={styles.quiet}>{say('registers.people.notRespondents')}</p>
      </div>
    </>
  );
}
