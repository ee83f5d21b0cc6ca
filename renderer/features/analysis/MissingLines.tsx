import type { ExhibitView } from '../../../shared/contract/analysis.ts';
import { missingReasonIds } from '../../../shared/contract/missing-reasons.ts';
import { useText } from '../../lib/text.ts';
import styles from './analysis.module.css';

/** Bases and reasons: everybody within the selection, those who answered, and why the others did not, adding up where nothing is hidden. */
export function MissingLines({ view }: { readonly view: ExhibitView }) {
  const say = useText();
  const { released, missing, persons } = view;
  const items =
    released.kind === 'likert' || released.kind === 'summary' ? released.rows.map(({ key, label }) => ({ key, label })) : [null];
  const lines = items.flatMap((item) => {
    const own = missing.filter((one) => one.item === (item?.key ?? null));
    if (own.length === 0 && item !== null) return [];
    const base = item === null ? (released.columns[0]?.base ?? null) : (released.rows.find(({ key }) => key === item.key)?.base ?? null);
    return [{ key: item?.key ?? 'all', label: item?.label ?? null, answered: base?.n ?? null, own }];
  });
  if (lines.length === 0) return null;
  return (
    <section className={styles.missing}>
      <p className={styles.partTitle}>{say('analysis.bases.title')}</p>
      {persons === null ? null : <p>{say('analysis.bases.persons', { count: persons })}</p>}
      <ul>
        {lines.map(({ key, label, answered, own }) => (
          <li key={key}>
            {label === null ? null : <strong>{label} </strong>}
            {answered === null ? say('analysis.bases.answeredHidden') : say('analysis.bases.answered', { count: answered })}
            {own.map(({ reason, count }) => (
              <span key={reason}>
                {', '}
                {say(missingReasonIds[reason])} {count ?? ':'}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
