import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { AreaMember, PlaceRecord } from '../../../shared/contract/place-rows.ts';
import { client } from '../../lib/client.ts';
import { useDates } from '../../lib/dates.ts';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { IconButton } from '../../ui/icon-button/IconButton.tsx';
import { RegisterPicker } from '../registers/index.ts';
import { MemberDialog } from './MemberDialog.tsx';
import styles from './places.module.css';

/** The municipalities an area holds, and from when to when; one is added by typing its name. */
export function AreaPart({ place, day }: { readonly place: PlaceRecord; readonly day: string }) {
  const say = useText();
  const dates = useDates();
  const save = useSave();
  const [changed, setChanged] = useState<AreaMember | null>(null);
  // A picker that has picked begins anew.
  const [round, setRound] = useState(0);
  async function add(placeId: string): Promise<void> {
    await save(() => client.places.saveMember({ areaId: place.id, placeId, validFrom: null, validTo: null }));
    setRound((count) => count + 1);
  }
  return (
    <section>
      <h3>{say('places.area.title')}</h3>
      {place.holds.length === 0 ? <p className={styles.quiet}>{say('places.area.empty')}</p> : null}
      <ul className={styles.plain}>
        {place.holds.map((member) => (
          <li className={styles.member} key={member.id}>
            <span>
              <Link className={styles.link} params={{ place: member.place.id }} to="/places/$place">
                {dates.place(member.place)}
              </Link>{' '}
              <span className={styles.quiet}>{period(member)}</span>
            </span>
            <span className={styles.memberDeeds}>
              <IconButton
                icon="edit"
                label={say('places.area.change', { place: member.place.name })}
                onPress={() => setChanged(member)}
                size="small"
              />
              <IconButton
                icon="remove"
                label={say('places.area.remove', { place: member.place.name })}
                onPress={() => void save(() => client.places.removeMember({ id: member.id }))}
                size="small"
              />
            </span>
          </li>
        ))}
      </ul>
      <RegisterPicker
        key={round}
        kind="places"
        label={say('places.area.add')}
        on={day}
        onPick={(picked) => (picked === null ? undefined : void add(picked.id))}
        takesFocus={round > 0}
        value={null}
      />
      {changed === null ? null : <MemberDialog areaId={place.id} day={day} member={changed} onClose={() => setChanged(null)} />}
    </section>
  );

  function period({ validFrom, validTo }: AreaMember): string {
    if (validFrom === null && validTo === null) return say('places.area.always');
    return dates.years(validFrom, validTo);
  }
}
