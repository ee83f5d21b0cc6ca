import type { HouseStyle, ReportFont } from '../../../../shared/contract/reports-style.ts';
import { useText } from '../../../lib/text.ts';
import styles from './style.module.css';
import { useLogo } from './use-logo.ts';

/** What a reader without the font gets: another of the same kind. */
function familyOf(font: ReportFont): string {
  if (font === 'Source Sans 3') return 'var(--font-ui)';
  if (font === 'Source Serif 4') return 'var(--font-words)';
  const isSerif = font === 'Cambria' || font === 'Georgia' || font === 'Times New Roman';
  return `'${font}', ${isSerif ? 'serif' : 'sans-serif'}`;
}

/** A piece of a page as it will look: paper is white in every mode. */
export function Specimen({ style }: { readonly style: HouseStyle }) {
  const say = useText();
  const { accent, headingFont, bodyFont, organisation, logo } = style;
  const address = useLogo(logo);
  return (
    <section aria-label={say('reports.style.specimen')} className={styles.desk}>
      <h2 className={styles.deskTitle}>{say('reports.style.specimen')}</h2>
      <div className={styles.paper} style={{ fontFamily: familyOf(bodyFont) }}>
        {logo === null || address === null ? null : <img alt={logo.altText} className={styles.logo} src={address} />}
        {organisation === '' ? null : <p className={styles.owner}>{organisation}</p>}
        <p className={styles.specimenHeading} style={{ color: accent, fontFamily: familyOf(headingFont) }}>
          1 {say('reports.style.specimenHeading')}
        </p>
        <p className={styles.specimenText}>{say('reports.style.specimenText')}</p>
        <table className={styles.specimenTable}>
          <caption>{`${say('reports.ref.table', { number: 1 })}. ${say('reports.style.specimenTable')}`}</caption>
          <tbody>
            <tr>
              <th scope="row">{say('reports.style.specimenYes')}</th>
              <td>64</td>
            </tr>
            <tr>
              <th scope="row">{say('reports.style.specimenNo')}</th>
              <td>36</td>
            </tr>
          </tbody>
        </table>
      </div>
    </section>
  );
}
