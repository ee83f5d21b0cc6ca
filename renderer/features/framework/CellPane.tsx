import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { CellPlace, CellQuote } from '../../../shared/contract/framework.ts';
import { printedKey } from '../../../shared/commands/keys.ts';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { client, orpc } from '../../lib/client.ts';
import { useCommand } from '../../lib/commands.tsx';
import { Loaded } from '../../lib/Loaded.tsx';
import { platform } from '../../lib/platform.ts';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Keycap } from '../../ui/keycap/Keycap.tsx';
import type { Themes } from '../themes/index.ts';
import styles from './CellPane.module.css';
import { LinkKeys } from './LinkKeys.tsx';
import type { MatrixDesk } from './use-matrix-desk.ts';

export interface CellPaneProps {
  readonly desk: MatrixDesk;
  readonly place: CellPlace;
  readonly projectId: ProjectId;
  readonly themes: Themes;
}

/** About the current cell: whether it is done, what its summary rests on, and what else was said there. */
export function CellPane({ desk, place, projectId, themes }: CellPaneProps) {
  const say = useText();
  const save = useSave();
  const query = useQuery(orpc.framework.quotes.queryOptions({ input: place }));
  const cell = desk.data.cellAt(desk.at);
  const isDone = cell?.isDone === true;
  const link = ({ textId, start, end }: CellQuote): void => void save(() => client.framework.link({ ...place, textId, start, end }));
  const unlink = (quoteId: string): void => void save(() => client.framework.unlink({ ...place, quoteId }));
  useCommand('framework.open', () => desk.setDone(false), isDone);
  const source = (one: CellQuote): string =>
    [one.code, one.number === null ? null : say('framework.pane.question', { number: one.number }), one.title]
      .filter((part) => part !== null)
      .join(' · ');
  const words = (one: CellQuote, action: React.ReactNode, key: number | null) => (
    <li className={styles.quote} key={`${one.textId} ${one.start} ${one.end}`}>
      <blockquote className={styles.words} lang={one.language}>
        {one.words}
      </blockquote>
      <span className={styles.source}>
        {source(one)}
        {one.themeIds.some((id) => id !== place.themeId) ? ` · ${one.themeIds.map((id) => themes.nameOf(id)).join(', ')}` : ''}
      </span>
      <span className={styles.deeds}>
        {key === null ? null : <Keycap keys={String(key)} />}
        {action}
        <Link
          className={styles.link}
          params={{ project: projectId, text: one.textId }}
          search={{ at: one.start }}
          to="/projects/$project/coding/texts/$text"
        >
          {say('framework.pane.inText')}
        </Link>
      </span>
    </li>
  );
  return (
    <div className={styles.pane}>
      <h2 className={styles.title}>{desk.nameOf(desk.at.row)}</h2>
      <p className={styles.theme}>{themes.nameOf(place.themeId)}</p>
      <div className={styles.state}>
        {isDone ? (
          <Button icon="locked" kbd="O" onPress={() => desk.setDone(false)} size="bar">
            {say('framework.pane.open')}
          </Button>
        ) : (
          <Button icon="done" kbd={printedKey('Mod+Enter', platform)} onPress={desk.doneAndOn} size="bar">
            {say('framework.pane.done')}
          </Button>
        )}
      </div>
      <Loaded query={query}>
        {({ linked, suggested }) => (
          <>
            {isDone ? null : <LinkKeys link={link} suggested={suggested} />}
            <h3 className={styles.heading}>{say('framework.pane.linked', { n: linked.length })}</h3>
            {linked.length === 0 ? <p className={styles.source}>{say('framework.pane.noneLinked')}</p> : null}
            <ul className={styles.list}>
              {linked.map((one) =>
                words(
                  one,
                  isDone || one.quoteId === null ? null : (
                    <Button onPress={() => unlink(one.quoteId ?? '')} size="bar" variant="quiet">
                      {say('framework.pane.unlink')}
                    </Button>
                  ),
                  null,
                ),
              )}
            </ul>
            <h3 className={styles.heading}>{say('framework.pane.suggested', { n: suggested.length })}</h3>
            {suggested.length === 0 ? <p className={styles.source}>{say('framework.pane.noneSuggested')}</p> : null}
            <ul className={styles.list}>
              {suggested.map((one, index) =>
                words(
                  one,
                  isDone ? null : (
                    <Button onPress={() => link(one)} size="bar" variant="quiet">
                      {say('framework.pane.link')}
                    </Button>
                  ),
                  isDone || index > 8 ? null : index + 1,
                ),
              )}
            </ul>
          </>
        )}
      </Loaded>
    </div>
  );
}
