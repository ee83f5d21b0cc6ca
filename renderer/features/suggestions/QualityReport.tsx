import type { InferContractRouterOutputs } from '@orpc/contract';
import type { suggestions } from '../../../shared/contract/suggestions.ts';
import { useText } from '../../lib/text.ts';
import type { Themes } from '../themes/index.ts';
import { hundredths } from './hundredths.ts';
import { QualityTable } from './QualityTable.tsx';
import styles from './SuggestionsPanel.module.css';

/** All that the panel is told. */
export type Quality = InferContractRouterOutputs<typeof suggestions>['quality'];

/** What was learnt from and how often suggestions are right, in words, and theme by theme in a table. */
export function QualityReport({ quality, themes }: { readonly quality: Quality; readonly themes: Themes }) {
  const say = useText();
  const { state, learnt, measured, isOwnOnly, fewestPersons } = quality;
  if (state === 'off') return null;
  if (state === 'learning') return <p role="status">{say('suggestions.panel.learning')}</p>;
  const overall = measured?.overall;
  return (
    <>
      <div>
        {state === 'too-little' ? <p>{say('suggestions.panel.tooLittle', { count: fewestPersons })}</p> : null}
        {learnt === null ? null : (
          <p>{say('suggestions.panel.learnt', { texts: learnt.texts, persons: learnt.persons, changed: learnt.changedSince })}</p>
        )}
        {isOwnOnly ? <p>{say('suggestions.panel.ownOnly')}</p> : null}
      </div>
      {state === 'ready' ? (
        <section aria-labelledby="suggestions-quality">
          <h3 className={styles.heading} id="suggestions-quality">
            {say('suggestions.panel.quality')}
          </h3>
          {measured === null || overall === undefined ? (
            <p>{say('suggestions.panel.notMeasured')}</p>
          ) : (
            <>
              {overall.precision === null ? null : (
                <p>
                  {say('suggestions.panel.right', {
                    share: hundredths(overall.precision),
                    right: overall.right,
                    suggested: overall.suggested,
                  })}
                </p>
              )}
              {overall.suggested === 0 ? <p>{say('suggestions.panel.none')}</p> : null}
              {overall.recall === null || overall.suggested === 0 ? null : (
                <p>{say('suggestions.panel.found', { share: hundredths(overall.recall), right: overall.right, coded: overall.coded })}</p>
              )}
              <p className={styles.quiet}>{say('suggestions.panel.how', { texts: measured.texts, persons: measured.persons })}</p>
            </>
          )}
          <QualityTable fewestPersons={fewestPersons} rows={quality.themes} themes={themes} />
        </section>
      ) : null}
    </>
  );
}
