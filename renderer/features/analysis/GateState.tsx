import { useState } from 'react';
import type { ExhibitView } from '../../../shared/contract/analysis.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { Icon } from '../../ui/icon/Icon.tsx';
import styles from './gate.module.css';
import { gateLooks, gateWords } from './gate-looks.ts';

/** What the gate says of a table, as an icon and words. */
export function GateState({ gate }: { readonly gate: ExhibitView['gate'] }) {
  const say = useText();
  const language = useLanguage();
  const [today] = useState(() => new Date());
  const [strong, rest] = gateWords(gate, say, today, language);
  return (
    <>
      <Icon name={gateLooks[gate.state].icon} tone={gateLooks[gate.state].tone} />
      <p className={styles.gateWords} role="status">
        <strong>{strong}</strong> {rest}
      </p>
    </>
  );
}
