import type { Coverage } from '../../../shared/contract/meetings.ts';
import { useText } from '../../lib/text.ts';
import styles from './meetings.module.css';

/** "10 kommuner invitert, 5 kom", and those who missed it: welcome next time. */
export function CoverageText({ coverage, lang }: { readonly coverage: Coverage; readonly lang: string }) {
  const say = useText();
  const lines = (['places', 'organisations'] as const).filter((what) => coverage[what].invited > 0);
  if (lines.length === 0) return null;
  return (
    <div className={styles.coverage}>
      {lines.map((what) => {
        const { invited, came } = coverage[what];
        return (
          <p key={what}>
            {came === null ? say('meetings.coverage.before', { what, invited }) : say('meetings.coverage', { what, invited, came })}
          </p>
        );
      })}
      {coverage.missed.length === 0 ? null : (
        <p className={styles.note}>
          {say('meetings.coverage.missed')} <span lang={lang}>{coverage.missed.map(({ name }) => name).join(', ')}</span>
        </p>
      )}
    </div>
  );
}
