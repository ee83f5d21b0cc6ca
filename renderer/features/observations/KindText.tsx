import type { ObservationKind } from '../../../shared/contract/observations.ts';
import { useText } from '../../lib/text.ts';
import { Icon } from '../../ui/icon/Icon.tsx';
import type { IconName } from '../../ui/icon/icons.ts';
import styles from './observations.module.css';

const pictures: Readonly<Record<ObservationKind, IconName>> = {
  'good-example': 'goodExample',
  challenge: 'challenge',
  idea: 'idea',
  'question-raised': 'questionRaised',
  information: 'learned',
  'case-story': 'unclearedQuote',
  outcome: 'done',
  'new-contact': 'person',
};

/** What kind of thing was noted: its picture and its word. */
export function KindText({ kind }: { readonly kind: ObservationKind }) {
  const say = useText();
  return (
    <span className={styles.kind}>
      <Icon name={pictures[kind]} />
      {say(`observations.kind.${kind}`)}
    </span>
  );
}
