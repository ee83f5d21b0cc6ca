import type { Coder } from '../../../shared/contract/agreement.ts';
import { formatNumber } from '../../lib/format.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { Checkbox } from '../../ui/checkbox/Checkbox.tsx';
import styles from './agreement.module.css';
import { nameCoders } from './agreement-view.ts';

interface CodersPartProps {
  readonly coders: readonly Coder[];
  /** Whose coding is compared, in order. */
  readonly chosen: readonly Coder[];
  readonly onChoose: (who: string) => void;
  readonly isBlind: boolean;
}

/** Who has coded how much, and whose coding is compared. The first two have the colours A and B. */
export function CodersPart({ coders, chosen, onChoose, isBlind }: CodersPartProps) {
  const say = useText();
  const language = useLanguage();
  const toggle = (coder: Coder, isOn: boolean): void =>
    onChoose(nameCoders(isOn ? [...chosen, coder] : chosen.filter(({ coderId }) => coderId !== coder.coderId)));
  return (
    <ul aria-label={say('agreement.coders')} className={styles.coders}>
      {coders.map((coder) => {
        const place = chosen.findIndex(({ coderId }) => coderId === coder.coderId);
        const words = (
          <>
            <strong>{coder.name}</strong>
            {coder.isMe ? ` ${say('agreement.me')}` : ''}{' '}
            <span className={styles.quiet}>
              {coder.codings === null
                ? say('agreement.read', { texts: formatNumber(coder.texts, language) })
                : say('agreement.coded', { texts: formatNumber(coder.texts, language), codings: formatNumber(coder.codings, language) })}
            </span>
          </>
        );
        return (
          <li className={styles.coder} data-place={place < 0 ? undefined : place} key={coder.coderId}>
            {isBlind || coders.length <= 2 ? (
              <span>{words}</span>
            ) : (
              <Checkbox
                isReadOnly={place >= 0 ? chosen.length <= 2 : chosen.length >= 6}
                isSelected={place >= 0}
                onChange={(isOn) => toggle(coder, isOn)}
              >
                {words}
              </Checkbox>
            )}
            {isBlind || place < 0 ? null : <span className={styles.tag}>{coder.initials}</span>}
          </li>
        );
      })}
    </ul>
  );
}
