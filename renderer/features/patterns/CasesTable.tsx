import type { ScoredPerson } from '../../../shared/contract/patterns.ts';
import { useText } from '../../lib/text.ts';
import { ThemeChip } from '../../ui/theme-chip/ThemeChip.tsx';
import { branchOf, type Themes } from '../themes/index.ts';
import styles from './patterns.module.css';

/** Persons in the order of their scores, with what each talked about. Inside only. */
export function CasesTable({
  persons,
  total,
  themes,
}: {
  readonly persons: readonly ScoredPerson[];
  readonly total: number;
  readonly themes: Themes;
}) {
  const say = useText();
  return (
    <section className={styles.inside}>
      <p className={styles.sentence}>{say('patterns.joint.casesSaid')}</p>
      {total > persons.length ? (
        <p className={styles.sentence}>{say('patterns.joint.casesFirst', { shown: persons.length, total })}</p>
      ) : null}
      <div className={styles.frame}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{say('patterns.joint.person')}</th>
              <th scope="col">{say('patterns.joint.score')}</th>
              <th scope="col">{say('patterns.joint.themes')}</th>
            </tr>
          </thead>
          <tbody>
            {persons.map((person, at) => (
              <tr data-first={at > 0 && persons[at - 1]?.group !== person.group ? true : undefined} key={`${person.code} ${at}`}>
                <th scope="row">{person.code}</th>
                <td>{person.score}</td>
                <td>
                  <span className={styles.chips}>
                    {person.themeIds.map((id) => {
                      const theme = themes.byId.get(id);
                      return theme === undefined ? null : <ThemeChip isDense key={id} mark={branchOf(theme)} name={themes.nameOf(id)} />;
                    })}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
