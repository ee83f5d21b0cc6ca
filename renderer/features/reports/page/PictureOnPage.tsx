import type { DocumentPart } from '../../../../shared/contract/reports-document.ts';
import { usePicture } from '../../minutes/index.ts';
import styles from './page.module.css';

type PicturePart = Extract<DocumentPart, { kind: 'picture' }>;

/** A picture that may leave, with its caption and whose it is. */
export function PictureOnPage({ part }: { readonly part: PicturePart }) {
  const address = usePicture(part.attachmentId);
  return (
    <figure className={styles.picture}>
      {address === null ? <div className={styles.awaited} /> : <img alt={part.altText} src={address} />}
      <figcaption className={styles.caption}>
        {part.caption} {part.credit === '' ? null : <span className={styles.credit}>{part.credit}</span>}
      </figcaption>
    </figure>
  );
}
