import type { OrganisationRecord, Span } from '../../../shared/contract/register-records.ts';
import { client } from '../../lib/client.ts';
import { useDates } from '../../lib/dates.ts';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { EntryLine } from './EntryLine.tsx';
import { NewPart } from './NewPart.tsx';
import { PartList } from './PartList.tsx';
import { SpanField } from './SpanField.tsx';
import { listed, spanText } from './span-text.ts';
import { useDraft } from './use-draft.ts';

export interface PausesPartProps {
  readonly organisationId: string;
  readonly pauses: OrganisationRecord['pauses'];
}

interface Pause {
  readonly span: Span;
  readonly reason: string | null;
}

const blank: Pause = { span: { asSaid: null, from: null, to: null }, reason: null };

/** When an organisation rested, until when, and why. */
export function PausesPart({ organisationId, pauses }: PausesPartProps) {
  const say = useText();
  const dates = useDates();
  const save = useSave();
  const keep = (id: string | null, { span: { from, to }, reason }: Pause) =>
    from === null
      ? Promise.resolve(undefined)
      : save(() => client.registers.savePart({ part: 'pause', id, organisationId, from, to, reason }));
  return (
    <PartList
      add={(close) => (
        <NewPart blank={blank} close={close} isReady={(pause) => pause.span.from !== null} onAdd={(made) => keep(null, made)}>
          {(made, onChange) => <PauseFields isNew onChange={onChange} value={made} />}
        </NewPart>
      )}
      addLabel={say('registers.pauses.add')}
      edit={(pause) => <PauseFields onChange={(changed) => void keep(pause.id, changed)} value={pause} />}
      idOf={(pause) => pause.id}
      onRemove={(pause) => void save(() => client.registers.removePart({ part: 'pause', id: pause.id }))}
      parts={pauses}
      title={say('registers.pauses')}
      words={(pause) => listed([spanText(pause.span, dates, say), pause.reason])}
    />
  );
}

interface PauseFieldsProps {
  readonly value: Pause;
  readonly onChange: (value: Pause) => void;
  readonly isNew?: boolean;
}

function PauseFields({ value: given, onChange, isNew = false }: PauseFieldsProps) {
  const say = useText();
  const [value, setValue] = useDraft(given, onChange);
  return (
    <>
      <SpanField
        keepsWords={false}
        label={say('registers.pauses.period')}
        onCommit={(span) => setValue({ ...value, span })}
        takesFocus={isNew}
        value={value.span}
      />
      <EntryLine label={say('registers.reason')} onKeep={(reason) => setValue({ ...value, reason })} value={value.reason} />
    </>
  );
}
