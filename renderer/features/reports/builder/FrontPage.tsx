import type { HouseStyle } from '../../../../shared/contract/reports-style.ts';
import type { Language } from '../../../../shared/model/text.ts';
import { useText } from '../../../lib/text.ts';
import { useLogo } from '../style/use-logo.ts';
import { frontPage, type BuilderDesk } from './builder-desk.ts';
import styles from './sheet.module.css';

/** What stands first in a report. */
export interface Front {
  readonly title: string;
  readonly subtitle: string;
  readonly byline: string | null;
  readonly authors: string | null;
  readonly organisation: string;
  readonly logo: HouseStyle['logo'];
  readonly place: string | null;
  readonly year: number | null;
}

interface FrontPageProps {
  readonly desk: BuilderDesk;
  readonly front: Front;
  readonly isCurrent: boolean;
  readonly language: Language;
}

/** The title of the report and whose it is. It is chosen like a block; its fields stand in the pane. */
export function FrontPage({ desk, front, isCurrent, language }: FrontPageProps) {
  const say = useText();
  const { title, subtitle, byline, authors, organisation, logo, place, year } = front;
  const address = useLogo(logo);
  const lines = [
    byline ?? subtitle,
    authors ?? '',
    [place ?? '', year === null ? '' : String(year)].filter((part) => part !== '').join(' '),
  ];
  return (
    <div
      aria-current={isCurrent || undefined}
      aria-label={say('reports.contents.front')}
      className={styles.block}
      data-block={frontPage}
      data-kind="front"
      lang={language}
      onClick={() => desk.choose(frontPage)}
      role="group"
      tabIndex={isCurrent ? 0 : -1}
    >
      {logo === null || address === null ? null : <img alt={logo.altText} className={styles.frontLogo} src={address} />}
      {organisation === '' ? null : <p className={styles.frontOwner}>{organisation}</p>}
      <p className={styles.frontTitle}>{title}</p>
      {lines
        .filter((line) => line !== '')
        .map((line) => (
          <p className={styles.frontLine} key={line}>
            {line}
          </p>
        ))}
    </div>
  );
}
