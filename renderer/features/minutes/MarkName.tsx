import type { LineMark } from '../../../shared/contract/meeting-terms.ts';
import { useText } from '../../lib/text.ts';
import { Icon } from '../../ui/icon/Icon.tsx';
import { markIcons } from './mark-icons.ts';
import styles from './minutes.module.css';

/** The mark of a line, in the margin before its words. */
export function MarkName({ mark }: { readonly mark: LineMark | null }) {
  const say = useText();
  return (
    <span className={styles.mark} data-action={mark === 'action' || undefined}>
      {mark === null ? null : (
        <>
          <Icon name={markIcons[mark]} />
          {say(`minutes.mark.${mark}`)}
        </>
      )}
    </span>
  );
}
