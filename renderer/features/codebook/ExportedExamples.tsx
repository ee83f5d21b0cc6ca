import { useContent, useText } from '../../lib/text.ts';
import styles from './exchange.module.css';

interface ExportedExamplesProps {
  readonly facts: {
    readonly themeCount: number;
    readonly exampleCount: number;
    readonly examples: readonly {
      readonly themeId: string;
      readonly number: string;
      readonly terms: Parameters<ReturnType<typeof useContent>>[0];
      readonly language: string;
      readonly body: string;
    }[];
  };
  /** The chosen file has no place for them. */
  readonly isLeftOut: boolean;
}

/** Every example that leaves with the codebook: the only words in it that could be somebody's own. */
export function ExportedExamples({ facts, isLeftOut }: ExportedExamplesProps) {
  const say = useText();
  const content = useContent();
  const { themeCount, exampleCount, examples } = facts;
  if (themeCount === 0) return <p>{say('codebookExchange.error.nothing')}</p>;
  const more = exampleCount - examples.length;
  return (
    <div className={styles.leaving}>
      <p>
        {say('codebookExchange.export.persons')}{' '}
        {isLeftOut ? say('codebookExchange.export.examplesText') : say('codebookExchange.export.examples', { count: exampleCount })}
      </p>
      {isLeftOut || exampleCount === 0 ? null : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a list that is longer than its box is scrolled by keyboard too
        <ul aria-label={say('codebookExchange.export.examplesList')} className={styles.examples} tabIndex={0}>
          {examples.map(({ themeId, number, terms, language, body }, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- the list is read once and never changes its order
            <li key={`${themeId} ${index}`}>
              <span className={styles.exampleOf}>{content(terms) || number}</span>
              <span className={styles.words} lang={language}>
                {body}
              </span>
            </li>
          ))}
          {more > 0 ? <li>{say('codebookExchange.export.more', { count: more })}</li> : null}
        </ul>
      )}
    </div>
  );
}
