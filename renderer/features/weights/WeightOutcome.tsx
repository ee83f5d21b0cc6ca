import type { Sentence } from '../../../shared/contract/analysis.ts';
import { formatNumber } from '../../lib/format.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { StatusText } from '../../ui/status-text/StatusText.tsx';
import styles from './weights.module.css';

interface WeightOutcomeProps {
  readonly found: {
    readonly isAllowed: boolean;
    readonly obstacles: readonly Sentence[];
    readonly designEffect: number | null;
    readonly persons: number | null;
    readonly effectiveBase: number | null;
  };
}

/** Whether the weights may be used: every reason why not, or what they cost. */
export function WeightOutcome({ found }: WeightOutcomeProps) {
  const say = useText();
  const language = useLanguage();
  const { isAllowed, obstacles, designEffect, persons, effectiveBase } = found;
  const reasons = [...new Set(obstacles.map(({ id, params }) => say.any(id, params)))];
  return (
    <section aria-live="polite" className={styles.compared}>
      <h3 className={styles.heading}>{say('weights.outcome.title')}</h3>
      <StatusText icon={isAllowed ? 'done' : 'stopped'} tone={isAllowed ? 'good' : 'warn'}>
        {say(isAllowed ? 'weights.outcome.allowed' : 'weights.outcome.refused')}
      </StatusText>
      {reasons.length === 0 ? null : (
        <ul className={styles.reasons}>
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
      {designEffect === null ? null : (
        <p className={styles.quiet}>{say('weights.facts.effect', { effect: formatNumber(designEffect, language, 2) })}</p>
      )}
      {persons === null || effectiveBase === null ? null : (
        <p className={styles.quiet}>{say('weights.facts.base', { persons, effective: effectiveBase })}</p>
      )}
    </section>
  );
}
