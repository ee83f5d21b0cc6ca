import { useNavigate } from '@tanstack/react-router';
import type { Agreement, AgreementLevel, Coder } from '../../../shared/contract/agreement.ts';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { formatNumber } from '../../lib/format.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { ThemeMark } from '../../ui/theme-mark/ThemeMark.tsx';
import { branchOf, type Themes } from '../themes/index.ts';
import styles from './agreement.module.css';
import { AgreementRow } from './AgreementRow.tsx';
import { FigureValue } from './FigureValue.tsx';

interface AgreementTableProps {
  readonly agreement: Agreement;
  readonly level: AgreementLevel;
  readonly coders: readonly Coder[];
  readonly themes: Themes;
  readonly projectId: ProjectId;
  /** The view that the list of disagreements takes over. */
  readonly search: Readonly<Record<string, string>>;
}

/** Agreement by theme: percent, κ, AC1 and α beside what they mean; all themes together first. */
export function AgreementTable({ agreement, level, coders, themes, projectId, search }: AgreementTableProps) {
  const say = useText();
  const language = useLanguage();
  const navigate = useNavigate();
  const { overall } = agreement;
  const overallAlpha = overall.sets ?? overall.unitizing?.whole ?? { value: null, because: 'no-units' as const };
  return (
    <div className={styles.frame}>
      <table className={styles.figures}>
        <caption>
          {say('agreement.units', { units: formatNumber(agreement.units, language), count: agreement.units, level })}{' '}
          {say('agreement.compared', { texts: agreement.texts, leftOut: agreement.leftOut })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{say('agreement.theme')}</th>
            <th scope="col">{say('agreement.figure.percent')}</th>
            <th scope="col">{say('agreement.column.kappa')}</th>
            <th scope="col">{say('agreement.column.ac1')}</th>
            <th scope="col">{say('agreement.column.alpha')}</th>
            <th className={styles.reading} scope="col">
              {say('agreement.column.reading')}
            </th>
          </tr>
        </thead>
        <tbody>
          <AgreementRow alpha={overallAlpha} coders={coders} isStrong level={level} name={say('agreement.overall')} pairs={overall.pairs}>
            {overall.unitizing === null ? (
              <p className={styles.note}>{say('agreement.setsNote', { level })}</p>
            ) : (
              <dl className={styles.coefficients}>
                {(['whole', 'marked', 'coded'] as const).map((name) => (
                  <div key={name}>
                    <dt>{say(`agreement.unitizing.${name}`)}</dt>
                    <dd>{overall.unitizing === null ? null : <FigureValue figure={overall.unitizing[name]} />}</dd>
                  </div>
                ))}
              </dl>
            )}
          </AgreementRow>
          {agreement.themes.map(({ themeId, pairs, alpha }) => {
            const theme = themes.byId.get(themeId);
            return (
              <AgreementRow
                alpha={alpha}
                coders={coders}
                key={themeId}
                level={level}
                name={
                  <>
                    {theme === undefined ? null : <ThemeMark mark={branchOf(theme)} size={theme.depth === 0 ? 'parent' : 'child'} />}
                    {themes.nameOf(themeId)}
                  </>
                }
                pairs={pairs}
              >
                {coders.length === 2 ? (
                  <Button
                    onPress={() =>
                      void navigate({
                        to: '/projects/$project/disagreements',
                        params: { project: projectId },
                        search: { ...search, theme: themeId },
                      })
                    }
                    size="bar"
                  >
                    {say('agreement.showDisagreements', { theme: themes.nameOf(themeId) })}
                  </Button>
                ) : null}
              </AgreementRow>
            );
          })}
        </tbody>
      </table>
      <p className={styles.note}>{say(`agreement.method.${level}`)}</p>
      <p className={styles.note}>{say('agreement.method.words')}</p>
    </div>
  );
}
