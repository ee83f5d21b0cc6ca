import type { Photo, Shown } from '../../../shared/contract/minutes-after.ts';
import { client } from '../../lib/client.ts';
import { today, useDates } from '../../lib/dates.ts';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Checkbox } from '../../ui/checkbox/Checkbox.tsx';
import { IconButton } from '../../ui/icon-button/IconButton.tsx';
import styles from './parts.module.css';
import { WhoField, type Who } from './WhoField.tsx';

/** Who is seen in a photo. A name is not needed: "deltaker i panelet" is enough, and each one says yes or no. */
export function PhotoPeople({ photo }: { readonly photo: Photo }) {
  const say = useText();
  const save = useSave();
  function add(who: Who): void {
    if (who.kind === 'choice') return;
    const personId = who.kind === 'people' ? who.id : null;
    const shownAs = who.kind === 'said' ? who.text : who.name;
    void save(() => client.minutes.putShown({ photoId: photo.id, id: null, personId, shownAs, consentedOn: null, withdrawnOn: null }));
  }
  return (
    <div>
      <h3 className={styles.shownHead}>{say('minutes.photo.shown')}</h3>
      <ul className={styles.rows}>
        {photo.people.map((person) => (
          <ShownLine key={person.id} person={person} photoId={photo.id} />
        ))}
      </ul>
      <WhoField kinds={['people']} label={say('minutes.photo.addShown')} onChoose={add} takesWords value="" />
      <p className={styles.note}>{say('minutes.photo.shownAs')}</p>
    </div>
  );
}

function ShownLine({ person, photoId }: { readonly person: Shown; readonly photoId: string }) {
  const say = useText();
  const dates = useDates();
  const save = useSave();
  const { id, consentedOn, withdrawnOn, shownAs } = person;
  const put = (said: Pick<Shown, 'consentedOn' | 'withdrawnOn'>): void =>
    void save(() => client.minutes.putShown({ photoId, id, personId: person.person?.id ?? null, shownAs, ...said }));
  const hasConsented = consentedOn !== null && withdrawnOn === null;
  const since =
    consentedOn === null
      ? undefined
      : withdrawnOn === null
        ? say('minutes.contact.since', { day: dates.day(consentedOn) })
        : say('minutes.contact.withdrawn', { day: dates.day(withdrawnOn) });
  return (
    <li className={styles.row}>
      <span>{shownAs}</span>
      <span className={styles.rowEnd}>
        <Checkbox
          aria-label={`${say('minutes.photo.consent')}: ${shownAs}`}
          {...(since === undefined ? {} : { help: since })}
          isSelected={hasConsented}
          // A yes that is taken back stays on record; a new yes begins anew.
          onChange={(isOn) => put(isOn ? { consentedOn: today(), withdrawnOn: null } : { consentedOn, withdrawnOn: today() })}
        >
          {say('minutes.photo.consent')}
        </Checkbox>
        <IconButton
          icon="close"
          label={say('minutes.photo.removeShown', { who: shownAs })}
          onPress={() => void save(() => client.minutes.removeShown({ id }))}
          size="small"
        />
      </span>
    </li>
  );
}
