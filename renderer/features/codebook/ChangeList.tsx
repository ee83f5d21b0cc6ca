import { useQuery } from '@tanstack/react-query';
import { orpc } from '../../lib/client.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import { useLanguage, useText } from '../../lib/text.ts';
import { changesByTheme, type ChangeWords } from './change-words.ts';
import styles from './versions.module.css';

/** What has changed from one version to another or to now, theme by theme: in words, with the texts before and after. */
export function ChangeList({ from, to }: { readonly from: string; readonly to: string }) {
  const say = useText();
  const language = useLanguage();
  const query = useQuery(orpc.codebook.compare.queryOptions({ input: { from, to } }));
  return (
    <Loaded query={query}>
      {(compared) => {
        const themes = changesByTheme(compared, language, say);
        if (themes.length === 0) return <p className={styles.same}>{say('codebook.versions.same')}</p>;
        return (
          <>
            <p className={styles.count} role="status">
              {say('codebook.versions.count', { changes: compared.changes.length, themes: themes.length })}
            </p>
            <ul aria-label={say('codebook.versions.changes')} className={styles.themes}>
              {themes.map((theme) => (
                <li className={styles.theme} key={theme.themeId}>
                  <h3 className={styles.name}>{theme.name}</h3>
                  <ul className={styles.changes}>
                    {theme.changes.map((change) => (
                      <Change change={change} key={change.what} />
                    ))}
                  </ul>
                </li>
              ))}
            </ul>
          </>
        );
      }}
    </Loaded>
  );
}

function Change({ change }: { readonly change: ChangeWords }) {
  const { what, language, before = [], after = [] } = change;
  const isTexted = before.length + after.length > 0;
  return (
    <li className={styles.change}>
      <span className={styles.what}>{what}</span>
      {isTexted ? (
        <span className={styles.words} lang={language}>
          {before.map((text) => (
            <del className={styles.before} key={`before ${text}`}>
              {text}
            </del>
          ))}
          {after.map((text) => (
            <ins className={styles.after} key={`after ${text}`}>
              {text}
            </ins>
          ))}
        </span>
      ) : null}
    </li>
  );
}
