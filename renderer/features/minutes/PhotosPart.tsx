import { useQuery } from '@tanstack/react-query';
import { type ChangeEvent, useRef } from 'react';
import type { MeetingId } from '../../../shared/model/ids.ts';
import { sendFile } from '../../lib/blobs.ts';
import { client, orpc } from '../../lib/client.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Button } from '../../ui/button/Button.tsx';
import styles from './parts.module.css';
import { PhotoCard } from './PhotoCard.tsx';

/** The photos of a meeting: caption, credit, who is seen, and what each of them has said about it. */
export function PhotosPart({ meetingId }: { readonly meetingId: MeetingId }) {
  const say = useText();
  const save = useSave();
  const query = useQuery(orpc.minutes.photos.queryOptions({ input: { meetingId } }));
  const input = useRef<HTMLInputElement>(null);
  async function take(event: ChangeEvent<HTMLInputElement>): Promise<void> {
    const files = [...(event.target.files ?? [])];
    // The same file may be chosen again after it was taken away.
    event.target.value = '';
    for (const file of files) {
      await save(async () => client.minutes.addPhoto({ meetingId, ticket: await sendFile(file) }));
    }
  }
  return (
    <section aria-label={say('minutes.photos')} className={styles.part}>
      <h2>{say('minutes.photos')}</h2>
      <Loaded query={query}>
        {({ photos, language }) =>
          photos.length === 0 ? (
            <p className={styles.note}>{say('minutes.photo.empty')}</p>
          ) : (
            <ul className={styles.photos}>
              {photos.map((photo) => (
                <PhotoCard key={photo.id} lang={language} photo={photo} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <div>
        <Button icon="add" onPress={() => input.current?.click()} size="bar">
          {say('minutes.photo.add')}
        </Button>
        <p className={styles.note}>{say('minutes.photo.emptyHow')}</p>
        <input
          accept="image/jpeg,image/png"
          aria-label={say('minutes.photo.add')}
          hidden
          multiple
          onChange={(event) => void take(event)}
          ref={input}
          type="file"
        />
      </div>
    </section>
  );
}
