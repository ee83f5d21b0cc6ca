import type { ServiceRecord } from '../../../shared/contract/register-records.ts';
import { ServiceRow } from '../../../shared/contract/register-rows.ts';
import { client } from '../../lib/client.ts';
import { useDates } from '../../lib/dates.ts';
import { NeededField } from '../../lib/fields/NeededField.tsx';
import { formatNumber } from '../../lib/format.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Select } from '../../ui/select/Select.tsx';
import { EntryLine } from './EntryLine.tsx';
import { NewPart } from './NewPart.tsx';
import { PartList } from './PartList.tsx';
import { SpanField } from './SpanField.tsx';
import { during, listed, spanText } from './span-text.ts';
import { useDraft } from './use-draft.ts';

export interface FundingPartProps {
  readonly serviceId: string;
  readonly funding: ServiceRecord['funding'];
}

type Funding = Omit<ServiceRecord['funding'][number], 'id'>;

const blank: Funding = { source: '', kind: 'budget', amount: null, span: { asSaid: null, from: null, to: null } };

/** What a service is paid with, from where and for how long. */
export function FundingPart({ serviceId, funding }: FundingPartProps) {
  const say = useText();
  const dates = useDates();
  const language = useLanguage();
  const save = useSave();
  const keep = (id: string | null, { source, kind, amount, span }: Funding) =>
    source === ''
      ? Promise.resolve(undefined)
      : save(() => client.registers.savePart({ part: 'funding', id, serviceId, source, kind, amount, span }));
  const words = ({ source, kind, amount, span }: Funding): string => {
    const what = `${source} (${say(`registers.funding.${kind}`)})`;
    return during(listed([what, amount === null ? null : formatNumber(amount, language)]), spanText(span, dates, say));
  };
  return (
    <PartList
      add={(close) => (
        <NewPart blank={blank} close={close} isReady={(row) => row.source !== ''} onAdd={(made) => keep(null, made)}>
          {(made, onChange) => <FundingFields isNew onChange={onChange} value={made} />}
        </NewPart>
      )}
      addLabel={say('registers.funding.add')}
      edit={(row) => <FundingFields onChange={(changed) => void keep(row.id, changed)} value={row} />}
      idOf={(row) => row.id}
      onRemove={(row) => void save(() => client.registers.removePart({ part: 'funding', id: row.id }))}
      parts={funding}
      title={say('registers.funding')}
      words={words}
    />
  );
}

interface FundingFieldsProps {
  readonly value: Funding;
  readonly onChange: (value: Funding) => void;
  readonly isNew?: boolean;
}

function FundingFields({ value: given, onChange, isNew = false }: FundingFieldsProps) {
  const say = useText();
  const [value, setValue] = useDraft(given, onChange);
  const change = (part: Partial<Funding>): void => setValue({ ...value, ...part });
  return (
    <>
      <NeededField
        label={say('registers.funding.source')}
        maxLength={200}
        onKeep={(source) => change({ source })}
        takesFocus={isNew}
        value={value.source}
      />
      <Select
        label={say('registers.funding.kind')}
        onChange={(kind) => change({ kind })}
        options={ServiceRow.shape.funding.element.shape.kind.options.map((kind) => ({ id: kind, label: say(`registers.funding.${kind}`) }))}
        value={value.kind}
      />
      <EntryLine
        label={say('registers.funding.amount')}
        length={12}
        onKeep={(text) => change({ amount: readAmount(text) })}
        value={value.amount === null ? null : String(value.amount)}
      />
      <SpanField keepsWords={false} label={say('registers.period')} onCommit={(span) => change({ span })} value={value.span} />
    </>
  );
}

/** A whole sum; what is none is no sum. */
function readAmount(text: string | null): number | null {
  const digits = (text ?? '').replaceAll(/[\s.]/gu, '');
  return /^\d{1,12}$/u.test(digits) ? Number(digits) : null;
}
