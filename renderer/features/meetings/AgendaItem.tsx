import type { MeetingDetails } from '../../../shared/contract/meetings.ts';
import type { AgendaFields } from '../../../shared/contract/meetings-parts.ts';
import { readClockSpan } from '../../../shared/model/wall-clock.ts';
import { client } from '../../lib/client.ts';
import { KeptField } from '../../lib/fields/KeptField.tsx';
import { useTypedText } from '../../lib/fields/use-typed-text.ts';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { IconButton } from '../../ui/icon-button/IconButton.tsx';
import { TextField } from '../../ui/text-field/TextField.tsx';
import { RegisterPicker } from '../registers/index.ts';
import styles from './meetings.module.css';

interface AgendaItemProps {
  readonly item: MeetingDetails['agenda'][number];
  readonly meeting: MeetingDetails;
}

/** One item of the agenda: when, what, and who presents it. */
export function AgendaItem({ item, meeting }: AgendaItemProps) {
  const say = useText();
  const save = useSave();
  const change = (fields: Partial<AgendaFields>): void => void save(() => client.meetings.changeAgendaItem({ id: item.id, fields }));
  const start = useTypedText(item.startsAt?.replace(':', say('meetings.clockSign')) ?? '', (text) => {
    const read = readClockSpan(text);
    if (text.trim() === '') change({ startsAt: null });
    else if (read !== null) change({ startsAt: read.from });
  });
  return (
    <div className={styles.item}>
      <span className={styles.ordinal}>{item.ordinal}</span>
      <TextField
        isLabelHidden
        label={say('meetings.agenda.start', { title: item.title })}
        length={5}
        onBlur={start.commit}
        onChange={start.onChange}
        placeholder={say('meetings.agenda.clock')}
        value={start.text}
      />
      <KeptField
        isLabelHidden
        label={say('meetings.agenda.title', { n: item.ordinal })}
        lang={meeting.language}
        onSave={(title) => (title.trim() === '' ? undefined : change({ title }))}
        value={item.title}
      />
      <RegisterPicker
        canCreate
        isLabelHidden
        kind="people"
        label={say('meetings.agenda.presenter', { title: item.title })}
        onPick={(picked) => change({ presenterPersonId: picked?.id ?? null })}
        placeholder={say('meetings.agenda.who')}
        value={item.presenterPerson}
      />
      <IconButton
        icon="remove"
        label={say('meetings.agenda.remove', { title: item.title })}
        onPress={() => void save(() => client.meetings.removeAgendaItem({ id: item.id }))}
        size="small"
      />
      {/* Rarer than a person: in sight while the item is worked on, or when it is used. */}
      <div className={styles.itemMore} data-used={item.presenterOrganisation !== null || item.presenterAsSaid !== null || undefined}>
        <RegisterPicker
          canCreate
          isLabelHidden
          kind="organisations"
          label={say('meetings.agenda.organisation', { title: item.title })}
          onPick={(picked) => change({ presenterOrganisationId: picked?.id ?? null })}
          placeholder={say('meetings.agenda.orOrganisation')}
          value={item.presenterOrganisation}
        />
        <KeptField
          isLabelHidden
          label={say('meetings.agenda.asSaid', { title: item.title })}
          lang={meeting.language}
          onSave={(text) => change({ presenterAsSaid: text.trim() === '' ? null : text })}
          placeholder={say('meetings.agenda.orWords')}
          value={item.presenterAsSaid ?? ''}
        />
      </div>
    </div>
  );
}
