import type { ServiceRecord, Span } from '../../../shared/contract/register-records.ts';
import { client } from '../../lib/client.ts';
import { useDates } from '../../lib/dates.ts';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { NewPart } from './NewPart.tsx';
import { PartList } from './PartList.tsx';
import { RegisterPicker, type Picked } from './RegisterPicker.tsx';
import { SpanField } from './SpanField.tsx';
import { during, spanText } from './span-text.ts';
import { useDraft } from './use-draft.ts';

export interface OperatorsPartProps {
  readonly serviceId: string;
  readonly operators: ServiceRecord['operators'];
}

interface Operator {
  readonly organisation: Picked | null;
  readonly span: Span;
}

const blank: Operator = { organisation: null, span: { asSaid: null, from: null, to: null } };

/** Who has run a service, one after the other: it stays the same service. */
export function OperatorsPart({ serviceId, operators }: OperatorsPartProps) {
  const say = useText();
  const dates = useDates();
  const save = useSave();
  const keep = (id: string | null, { organisation, span }: Operator) =>
    organisation === null
      ? Promise.resolve(undefined)
      : save(() => client.registers.savePart({ part: 'operator', id, serviceId, organisationId: organisation.id, span }));
  return (
    <PartList
      add={(close) => (
        <NewPart blank={blank} close={close} isReady={(operator) => operator.organisation !== null} onAdd={(made) => keep(null, made)}>
          {(made, onChange) => <OperatorFields isNew onChange={onChange} value={made} />}
        </NewPart>
      )}
      addLabel={say('registers.operators.add')}
      edit={(operator) => <OperatorFields onChange={(changed) => void keep(operator.id, changed)} value={operator} />}
      idOf={(operator) => operator.id}
      onRemove={(operator) => void save(() => client.registers.removePart({ part: 'operator', id: operator.id }))}
      parts={operators}
      title={say('registers.operators')}
      words={(operator) => during(operator.organisation.name, spanText(operator.span, dates, say))}
    />
  );
}

interface OperatorFieldsProps {
  readonly value: Operator;
  readonly onChange: (value: Operator) => void;
  readonly isNew?: boolean;
}

function OperatorFields({ value: given, onChange, isNew = false }: OperatorFieldsProps) {
  const say = useText();
  const [value, setValue] = useDraft(given, onChange);
  return (
    <>
      <RegisterPicker
        canCreate
        kind="organisations"
        label={say('registers.operator')}
        onPick={(organisation) => (organisation === null ? undefined : setValue({ ...value, organisation }))}
        takesFocus={isNew}
        value={value.organisation}
      />
      <SpanField keepsWords={false} label={say('registers.period')} onCommit={(span) => setValue({ ...value, span })} value={value.span} />
    </>
  );
}
