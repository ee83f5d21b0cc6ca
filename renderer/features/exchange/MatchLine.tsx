import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Keycap } from '../../ui/keycap/Keycap.tsx';
import { StatusText } from '../../ui/status-text/StatusText.tsx';
import styles from './Import.module.css';
import { isUnsure, type Matching } from './survey-state.ts';

/** How much of the matching is settled, and the way to take the rest as it is proposed. */
export function MatchLine({ matching, onAcceptAll }: { readonly matching: Matching; readonly onAcceptAll: () => void }) {
  const say = useText();
  const unsure = matching.links.filter(({ isSure }) => !isSure).length + matching.rounds.filter(isUnsure).length;
  const added = matching.links.filter(({ questionId }) => questionId === null).length;
  return (
    <div className={styles.match}>
      <StatusText icon={unsure === 0 ? 'done' : 'softCheck'} tone={unsure === 0 ? 'good' : 'warn'}>
        {say('exchange.match.counts', { matched: matching.links.length - added, added, unsure })}
      </StatusText>
      {matching.remembered === 'none' ? null : (
        <span className={styles.hint}>{say(`exchange.match.remembered.${matching.remembered}`)}</span>
      )}
      {unsure === 0 ? null : (
        <>
          <span className={styles.hint}>
            <Keycap isSilent keys="Enter" /> {say('exchange.match.enter')}
          </span>
          <Button onPress={onAcceptAll} size="bar">
            {say('exchange.match.acceptAll')}
          </Button>
        </>
      )}
    </div>
  );
}
