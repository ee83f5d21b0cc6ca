import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { MeetingFormat, MeetingKind, type MeetingDetails } from '../../../shared/contract/meetings.ts';
import type { MeetingFields } from '../../../shared/contract/meetings-planning.ts';
import { ProjectId } from '../../../shared/model/ids.ts';
import { languages } from '../../../shared/model/text.ts';
import { client, orpc } from '../../lib/client.ts';
import { KeptField } from '../../lib/fields/KeptField.tsx';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Checkbox } from '../../ui/checkbox/Checkbox.tsx';
import { Select } from '../../ui/select/Select.tsx';
import { RegisterPicker } from '../registers/index.ts';
import { MeetingBelongs } from './MeetingBelongs.tsx';
import { MeetingRoles } from './MeetingRoles.tsx';
import { MeetingWhen } from './MeetingWhen.tsx';
import styles from './meetings.module.css';

/** Everything the meeting is, written in place. */
export function MeetingFacts({ meeting }: { readonly meeting: MeetingDetails }) {
  const say = useText();
  const save = useSave();
  const change = (fields: Partial<MeetingFields>): void => void save(() => client.meetings.change({ meetingId: meeting.id, fields }));
  const text = (field: 'venue' | 'gapReason' | 'impression' | 'note' | 'kindName') => ({
    lang: meeting.language,
    onSave: (typed: string) => change({ [field]: typed.trim() === '' ? null : typed }),
    value: meeting[field] ?? '',
  });
  const on = meeting.held?.on ?? meeting.planned.sortOn;
  return (
    <div className={styles.pane}>
      <section className={styles.facts}>
        <h2>{say('meetings.about')}</h2>
        <KeptField
          label={say('meetings.plan.meetingTitle')}
          lang={meeting.language}
          onSave={(title) => (title.trim() === '' ? undefined : change({ title: title.trim() }))}
          value={meeting.title}
        />
        <Select
          label={say('meetings.kindHead')}
          onChange={(kind) => change({ kind })}
          options={MeetingKind.options.map((id) => ({ id, label: say(`meetings.kind.${id}`) }))}
          value={meeting.kind}
        />
        {meeting.kind === 'other' ? <KeptField label={say('meetings.kindName')} {...text('kindName')} /> : null}
        <MeetingWhen meeting={meeting} onChange={change} />
        <RegisterPicker
          kind="places"
          label={say('meetings.area')}
          {...(on === null ? {} : { on: on.slice(0, 10) })}
          onPick={(picked) => change({ placeId: picked?.id ?? null })}
          value={meeting.place}
        />
        <KeptField label={say('meetings.venue')} {...text('venue')} />
        <Select
          label={say('meetings.formatHead')}
          onChange={(format) => change({ format })}
          options={MeetingFormat.options.map((id) => ({ id, label: say(`meetings.format.${id}`) }))}
          value={meeting.format}
        />
        <Select
          label={say('meetings.preferred')}
          onChange={(id) => change({ preferredFormat: id === 'none' ? null : id })}
          options={[
            { id: 'none' as const, label: say('meetings.preferred.none') },
            ...MeetingFormat.options.map((id) => ({ id, label: say(`meetings.format.${id}`) })),
          ]}
          value={meeting.preferredFormat ?? 'none'}
        />
        <KeptField
          label={say('meetings.purposes')}
          lang={meeting.language}
          onSave={(typed) => void save(() => client.meetings.setPurposes({ meetingId: meeting.id, purposes: typed.split('\n') }))}
          rows={2}
          value={meeting.purposes.join('\n')}
        />
      </section>
      <MeetingRoles meeting={meeting} />
      <section aria-label={say('meetings.around')} className={styles.facts}>
        <h2>{say('meetings.around')}</h2>
        <MeetingBelongs meeting={meeting} onChange={change} />
        <Checkbox isSelected={meeting.isFirstOfKind} onChange={(isFirstOfKind) => change({ isFirstOfKind })}>
          {say('meetings.firstOfKind')}
        </Checkbox>
        <KeptField label={say('meetings.gap')} rows={2} {...text('gapReason')} />
        <KeptField label={say('meetings.impression')} rows={2} {...text('impression')} />
        <KeptField label={say('meetings.note')} rows={2} {...text('note')} />
        <Select
          label={say('meetings.language')}
          onChange={(language) => change({ language })}
          options={languages.map((id) => ({ id, label: say(`projects.language.${id}`) }))}
          value={meeting.language}
        />
        <ProjectSelect meeting={meeting} onChange={change} />
        {meeting.request === null ? null : (
          <p className={styles.note}>
            <Link search={{ view: 'requests' }} to="/meetings">
              {say('meetings.fromRequest', { wording: meeting.request.wording })}
            </Link>
          </p>
        )}
        {meeting.held === null && meeting.lines === 0 && !meeting.isSent ? <RemoveMeeting meeting={meeting} /> : null}
      </section>
    </div>
  );
}

/** A plan that nobody has heard of can be taken away; what was sent is called off instead, so that the gap is explained. */
function RemoveMeeting({ meeting }: { readonly meeting: MeetingDetails }) {
  const say = useText();
  const save = useSave();
  const navigate = useNavigate();
  const remove = async (): Promise<void> => {
    const done = await save(() => client.meetings.remove({ meetingId: meeting.id }));
    if (done !== undefined) await navigate({ to: '/meetings' });
  };
  return (
    <div>
      <Button isDanger onPress={() => void remove()} size="bar" variant="quiet">
        {say('meetings.removeMeeting')}
      </Button>
    </div>
  );
}

function ProjectSelect({
  meeting,
  onChange,
}: {
  readonly meeting: MeetingDetails;
  readonly onChange: (fields: Partial<MeetingFields>) => void;
}) {
  const say = useText();
  const { data } = useQuery(orpc.projects.list.queryOptions({ input: {} }));
  return (
    <Select
      label={say('meetings.project')}
      onChange={(id) => onChange({ projectId: ProjectId.parse(id) })}
      options={(data?.projects ?? []).map(({ id, name }) => ({ id: id as string, label: name }))}
      value={meeting.projectId as string}
    />
  );
}
