import type { ChangedFigure, KeptExhibit, Rerun } from '../../../shared/contract/analysis-exhibits.ts';
import { useDates } from '../../lib/dates.ts';
import { useLanguage, useText, type Say } from '../../lib/text.ts';
import type { Language } from '../../../shared/model/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { DetailPane } from '../../ui/detail-pane/DetailPane.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden/VisuallyHidden.tsx';
import styles from './exhibits.module.css';
import { figureWords } from './figure-words.ts';
import { RerunText } from './RerunText.tsx';

interface ChangesPaneProps {
  readonly kept: KeptExhibit;
  readonly rerun: Rerun | undefined;
  readonly onAnalysis: () => void;
  readonly onClose: () => void;
}

/** What is other than in the latest release of a kept table, figure by figure. */
export function ChangesPane({ kept, rerun, onAnalysis, onClose }: ChangesPaneProps) {
  const say = useText();
  const dates = useDates();
  const params = { number: kept.release?.number ?? 0, date: kept.release === null ? '' : dates.day(kept.release.releasedAt) };
  return (
    <DetailPane closeLabel={say('exhibits.changes.close')} onClose={onClose} title={kept.name}>
      {rerun === undefined ? (
        <p className={styles.explain}>{say('exhibits.changes.notYet')}</p>
      ) : (
        <>
          <RerunText rerun={rerun} />
          <p className={styles.explain}>{say(`exhibits.explain.${rerun.state}`, params)}</p>
          {rerun.state === 'stopped' ? <Button onPress={onAnalysis}>{say('exhibits.one.openInAnalysis')}</Button> : null}
          {rerun.state === 'changed' ? <Changes rerun={rerun} /> : null}
        </>
      )}
    </DetailPane>
  );
}

function Changes({ rerun }: { readonly rerun: Rerun }) {
  const say = useText();
  const language = useLanguage();
  return (
    <>
      <ul aria-label={say('exhibits.changes')} className={styles.changes}>
        {rerun.changes.map((change) => (
          <li key={`${change.row} ${change.column}`}>
            <ChangeLine change={change} language={language} say={say} />
          </li>
        ))}
      </ul>
      {rerun.changed > rerun.changes.length ? (
        <p className={styles.explain}>{say('exhibits.changes.first', { shown: rerun.changes.length, n: rerun.changed })}</p>
      ) : null}
    </>
  );
}

function ChangeLine({ change, say, language }: { readonly change: ChangedFigure; readonly say: Say; readonly language: Language }) {
  // Questions that are statements end in a full stop; before a comma they do not.
  const [row, column] = [change.row.replace(/\.$/u, ''), change.column];
  const figures = { before: figureWords(change.before, say, language), after: figureWords(change.after, say, language) };
  return (
    <>
      <VisuallyHidden>{say('exhibits.changes.spoken', { row, column, ...figures })}</VisuallyHidden>
      <span aria-hidden className={styles.place}>
        {row}, {column}
      </span>
      <span aria-hidden className={styles.figures}>
        {say('exhibits.changes.from', figures)}
      </span>
    </>
  );
}
