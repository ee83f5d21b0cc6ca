import type { Ref } from 'react';
import type { PersonFields, PersonRecord } from '../../../shared/contract/register-records.ts';
import { PersonRow } from '../../../shared/contract/register-rows.ts';
import { languages } from '../../../shared/model/text.ts';
import { client } from '../../lib/client.ts';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Select } from '../../ui/select/Select.tsx';
import { ConsentFields } from './ConsentFields.tsx';
import { LineField } from './LineField.tsx';
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
  const line = (field: 'email' | 'phone' | 'contact' | 'note', rows?: number) => (
    <LineField
      label={say(`registers.${field}`)}
      onCommit={(text) => change({ [field]: text })}
      value={fields[field]}
      {...(rows === undefined ? {} : { rows })}
    />
  );
  const languageOptions = [
    { id: noLanguage, label: say('registers.language.none') },
    ...languages.map((language) => ({ id: language, label: say(`projects.language.${language}`) })),
  ] as const;
  return (
    <>
      <div className={styles.fields}>
        <LineField
          inputRef={nameRef}
          isRequired
          label={say('registers.name')}
          maxLength={200}
          onCommit={(name) => change({ name: name ?? fields.name })}
          value={fields.name}
        />
      </div>
      <RolesPart entry={{ id, name: fields.name }} owner="people" roles={record.roles} />
      <div className={styles.part}>
        <h3 className={styles.partTitle}>{say('registers.contact')}</h3>
        {line('email')}
        {line('phone')}
        {line('contact', 1)}
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
        {line('note', 2)}
        <p className={styles.quiet}>{say('registers.people.notRespondents')}</p>
      </div>
    </>
  );
}
