import type { SearchHit } from '../../../shared/contract/search.ts';
import { useContent, useText } from '../../lib/text.ts';
import { ThemeChip } from '../../ui/theme-chip/ThemeChip.tsx';
import { branchOf, type Themes } from '../themes/index.ts';
import { Marked } from './Marked.tsx';
import styles from './SearchScreen.module.css';

/** One hit: what it is and where it stands, its words with the hits marked, and the themes on them. */
export function HitLine({ hit, themes }: { readonly hit: SearchHit; readonly themes: Themes }) {
  const say = useText();
  const content = useContent();
  const wording = hit.wording === null ? '' : content(hit.wording);
  const where = [hit.title, wording === '' ? null : wording, hit.project].filter((part) => part !== null);
  return (
    <>
      <span className={styles.where}>
        <span className={styles.kind}>{say(`search.kind.${hit.kind}`)}</span>
        {hit.code === null ? null : <span className={styles.code}>{hit.code}</span>}
        <span className={styles.place}>{where.join(' · ')}</span>
        {hit.isExact ? null : <span className={styles.loose}>{say('search.loose')}</span>}
      </span>
      {hit.text === '' ? null : (
        <span className={styles.words}>
          <Marked
            isCutAfter={hit.isCutAfter}
            isCutBefore={hit.isCutBefore}
            language={hit.language ?? undefined}
            marks={hit.marks}
            text={hit.text}
          />
        </span>
      )}
      {hit.themeIds.length === 0 ? null : (
        <span className={styles.themes}>
          {hit.themeIds.map((themeId) => {
            const theme = themes.byId.get(themeId);
            return theme === undefined ? null : <ThemeChip isDense key={themeId} mark={branchOf(theme)} name={themes.nameOf(themeId)} />;
          })}
        </span>
      )}
    </>
  );
}
