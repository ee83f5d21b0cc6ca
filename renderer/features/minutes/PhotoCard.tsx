import type { Photo } from '../../../shared/contract/minutes-after.ts';
import type { Language } from '../../../shared/model/text.ts';
import { client } from '../../lib/client.ts';
import { useText } from '../../lib/text.ts';
import { useKeptText } from '../../lib/use-kept-text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Checkbox } from '../../ui/checkbox/Checkbox.tsx';
import { Icon } from '../../ui/icon/Icon.tsx';
import { TextField } from '../../ui/text-field/TextField.tsx';
import styles from './parts.module.css';
import { PhotoPeople } from './PhotoPeople.tsx';
import { usePicture } from './use-picture.ts';

interface PhotoCardProps {
  readonly photo: Photo;
  readonly lang: Language;
}

/** One photo with its words, and whether it may leave the program. */
export function PhotoCard({ photo, lang }: PhotoCardProps) {
  const say = useText();
  const save = useSave();
  const address = usePicture(photo.id);
  const change = (part: { readonly caption?: string | null; readonly credit?: string | null; readonly showsPeople?: boolean }): void =>
    void save(() => client.minutes.changePhoto({ id: photo.id, ...part }));
  const caption = useKeptText(photo.caption ?? '', (text) => change({ caption: text.trim() }));
  const credit = useKeptText(photo.credit ?? '', (text) => change({ credit: text.trim() }));
  const waiting = photo.people.filter((person) => person.consentedOn === null || person.withdrawnOn !== null).length;
  const why = photo.people.length === 0 ? say('minutes.photo.blockedNobody') : say('minutes.photo.blockedSome', { n: waiting });
  return (
    <li className={styles.photo}>
      <div className={styles.frame}>
        {address === null ? null : <img alt={say('minutes.photo.alt', { name: photo.caption ?? photo.name })} src={address} />}
      </div>
      <p className={styles.may} data-may={photo.isExportable || undefined}>
        <Icon name={photo.isExportable ? 'released' : 'stopped'} tone={photo.isExportable ? 'good' : 'warn'} />
        {photo.isExportable ? say('minutes.photo.may') : `${say('minutes.photo.blocked')}. ${why}`}
      </p>
      <TextField
        isWords
        label={say('minutes.photo.caption')}
        lang={lang}
        onBlur={caption.onBlur}
        onChange={caption.onChange}
        value={caption.text}
      />
      <TextField label={say('minutes.photo.credit')} length={24} onBlur={credit.onBlur} onChange={credit.onChange} value={credit.text} />
      <Checkbox isDisabled={photo.people.length > 0} isSelected={photo.showsPeople} onChange={(showsPeople) => change({ showsPeople })}>
        {say('minutes.photo.showsPeople')}
      </Checkbox>
      {photo.showsPeople ? <PhotoPeople photo={photo} /> : null}
      <div>
        <Button isDanger onPress={() => void save(() => client.minutes.removePhoto({ id: photo.id }))} size="bar" variant="quiet">
          {say('minutes.photo.remove')}
        </Button>
      </div>
    </li>
  );
}
