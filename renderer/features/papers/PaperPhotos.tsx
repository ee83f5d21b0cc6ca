import type { PaperBlock } from '../../../shared/contract/papers.ts';
import { useText } from '../../lib/text.ts';
import type { PhotoUrls } from './photos.ts';
import styles from './papers.module.css';

interface PaperPhotosProps {
  readonly photos: Extract<PaperBlock, { kind: 'photos' }>['photos'];
  readonly urls: PhotoUrls;
}

/** Photos with caption and credit. */
export function PaperPhotos({ photos, urls }: PaperPhotosProps) {
  const say = useText();
  return photos.map(({ attachmentId, caption, credit }) => {
    const url = urls.get(attachmentId);
    return (
      <figure className={styles.photo} key={attachmentId}>
        {url === undefined ? <p className={styles.note}>{say('papers.screen.photoMissing')}</p> : <img alt={caption} src={url} />}
        <figcaption>{[caption, credit].filter((part) => part !== '').join(' ')}</figcaption>
      </figure>
    );
  });
}
