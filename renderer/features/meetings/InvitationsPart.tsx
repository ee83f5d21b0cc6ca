import { useState } from 'react';
import { InvitationStatus, type Coverage, type Invitation } from '../../../shared/contract/meetings.ts';
import type { MeetingId } from '../../../shared/model/ids.ts';
import { client } from '../../lib/client.ts';
import { useCommand } from '../../lib/commands.tsx';
import { today, useDates } from '../../lib/dates.ts';
import { KeptField } from '../../lib/fields/KeptField.tsx';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Button } from '../../ui/button/Button.tsx';
import { DataTable } from '../../ui/data-table/DataTable.tsx';
import { Menu } from '../../ui/menu/Menu.tsx';
import { RegisterPicker } from '../registers/index.ts';
import { CoverageText } from './CoverageText.tsx';
import { invitationColumns } from './invitation-columns.tsx';
import styles from './meetings.module.css';

interface InvitationsPartProps {
  readonly meetingId: MeetingId;
  readonly invitations: readonly Invitation[];
  readonly coverage: Coverage;
  readonly language: string;
  /** The day the meeting is on, for names valid then. */
  readonly on: string | null;
}

/** Who is asked and what they answered: Space or Ctrl A chooses, and all the chosen are marked at once. */
export function InvitationsPart({ meetingId, invitations, coverage, language, on }: InvitationsPartProps) {
  const say = useText();
  const dates = useDates();
  const save = useSave();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [current, setCurrent] = useState<string | null>(null);
  const known = invitations.filter(({ id }) => chosen.has(id)).map(({ id }) => id);
  const inHand = known.length > 0 ? known : invitations.some(({ id }) => id === current) && current !== null ? [current] : [];
  const only = inHand.length === 1 ? invitations.find(({ id }) => id === inHand[0]) : undefined;
  const mark = (status: InvitationStatus): void =>
    void save(async () => {
      await client.meetings.markInvitations({ ids: inHand, status, on: today() });
      setChosen(new Set());
    });
  const invite = (who: Partial<Record<'organisationIds' | 'personIds' | 'placeIds', string[]>>): void =>
    void save(() => client.meetings.invite({ meetingId, organisationIds: [], personIds: [], placeIds: [], ...who }));
  useCommand('lists.selectAll', () => setChosen(new Set(invitations.map(({ id }) => id))), invitations.length > 0);
  const day = on === null ? {} : { on };
  return (
    <section aria-label={say('meetings.invited')} className={styles.part}>
      <div className={styles.head}>
        <h2>{say('meetings.invited')}</h2>
        {inHand.length === 0 ? null : (
          <div aria-label={say('meetings.chosen')} className={styles.bar} role="group">
            <span>{say('meetings.chosenCount', { n: inHand.length })}</span>
            <Menu
              entries={InvitationStatus.options.map((id) => ({ id, label: say(`meetings.invitation.${id}`) }))}
              label={say('meetings.mark.as')}
              onAction={mark}
              trigger={<Button size="bar">{say('meetings.mark.as')}</Button>}
            />
            <Button
              onPress={() =>
                void save(async () => {
                  await client.meetings.removeInvitations({ ids: inHand });
                  setChosen(new Set());
                })
              }
              size="bar"
            >
              {say('meetings.remove')}
            </Button>
          </div>
        )}
      </div>
      <CoverageText coverage={coverage} lang={language} />
      {invitations.length === 0 ? (
        <p className={styles.note}>{say('meetings.invitations.empty')}</p>
      ) : (
        <DataTable
          columns={invitationColumns(say, dates, language)}
          currentKey={current}
          label={say('meetings.invited')}
          onCurrentKeyChange={setCurrent}
          rowKey={({ id }) => id}
          rows={invitations}
          selection={{
            keys: chosen,
            onChange: setChosen,
            header: say('meetings.choose'),
            rowLabel: ({ who }) => say('meetings.chooseOne', { who }),
          }}
        />
      )}
      {only === undefined ? null : <InvitationNote invitation={only} key={only.id} lang={language} />}
      <div className={styles.adders}>
        <RegisterPicker
          canCreate
          kind="organisations"
          label={say('meetings.invite.organisation')}
          onPick={(picked) => (picked === null ? undefined : invite({ organisationIds: [picked.id] }))}
          value={null}
          {...day}
        />
        <RegisterPicker
          canCreate
          kind="people"
          label={say('meetings.invite.person')}
          onPick={(picked) => (picked === null ? undefined : invite({ personIds: [picked.id] }))}
          value={null}
          {...day}
        />
        <RegisterPicker
          kind="places"
          label={say('meetings.invite.place')}
          onPick={(picked) => (picked === null ? undefined : invite({ placeIds: [picked.id] }))}
          value={null}
          {...day}
        />
      </div>
    </section>
  );
}

/** What is to be remembered about one invitation: whom one spoke to, what they asked. It stands in the list, and on no paper. */
function InvitationNote({ invitation, lang }: { readonly invitation: Invitation; readonly lang: string }) {
  const say = useText();
  const save = useSave();
  const { id, who, person, language, note } = invitation;
  const keep = (text: string): void =>
    void save(() =>
      client.meetings.changeInvitation({ id, note: text.trim() === '' ? null : text.trim(), language, personId: person?.id ?? null }),
    );
  return <KeptField label={say('meetings.invitation.note', { who })} lang={lang} onSave={keep} value={note ?? ''} />;
}
