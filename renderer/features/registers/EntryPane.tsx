import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { RegisterRecord, UseKind } from '../../../shared/contract/register-records.ts';
import type { EntryKind } from '../../../shared/contract/registers.ts';
import { orpc } from '../../lib/client.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import { useText } from '../../lib/text.ts';
import { DetailPane } from '../../ui/detail-pane/DetailPane.tsx';
import { BodyForm } from './BodyForm.tsx';
import { EntryDeeds } from './EntryDeeds.tsx';
import { OrganisationForm } from './OrganisationForm.tsx';
import { PersonForm } from './PersonForm.tsx';
import styles from './registers.module.css';
import { ServiceForm } from './ServiceForm.tsx';
import { UsesPart } from './UsesPart.tsx';

export interface EntryPaneProps {
  readonly kind: EntryKind;
  readonly id: string;
  /** It has just been made: its name stands ready to be written over. */
  readonly isNew: boolean;
  readonly onClose: () => void;
  readonly onRemove: () => void;
}

/** Everything about one entry, each field saved when it is left. */
export function EntryPane({ kind, id, isNew, onClose, onRemove }: EntryPaneProps) {
  const query = useQuery(orpc.registers.get.queryOptions({ input: { kind, id } }));
  return (
    <div className={styles.entry}>
      <Loaded query={query}>
        {(record) => <Entry isNew={isNew} key={record.id} onClose={onClose} onRemove={onRemove} record={record} />}
      </Loaded>
    </div>
  );
}

interface EntryProps {
  readonly record: RegisterRecord;
  readonly isNew: boolean;
  readonly onClose: () => void;
  readonly onRemove: () => void;
}

function Entry({ record, isNew, onClose, onRemove }: EntryProps) {
  const say = useText();
  const name = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!isNew) return;
    name.current?.focus();
    name.current?.select();
  }, [isNew]);
  return (
    <DetailPane closeLabel={say('registers.close')} onClose={onClose} title={record.fields.name}>
      <Form nameRef={name} record={record} />
      <UsesPart uses={record.uses.filter((use) => !shownAbove[record.kind].includes(use.kind))} />
      <EntryDeeds onRemove={onRemove} record={record} />
    </DetailPane>
  );
}

/** Uses that have a list of their own in the pane: branches, people, services run. */
const shownAbove: Readonly<Record<EntryKind, readonly UseKind[]>> = {
  organisations: ['organisation', 'person', 'service'],
  people: [],
  bodies: ['person'],
  services: [],
};

function Form({ record, nameRef }: { readonly record: RegisterRecord; readonly nameRef: React.Ref<HTMLInputElement> }) {
  switch (record.kind) {
    case 'organisations':
      return <OrganisationForm nameRef={nameRef} record={record} />;
    case 'people':
      return <PersonForm nameRef={nameRef} record={record} />;
    case 'bodies':
      return <BodyForm nameRef={nameRef} record={record} />;
    case 'services':
      return <ServiceForm nameRef={nameRef} record={record} />;
    default:
      return record satisfies never;
  }
}
