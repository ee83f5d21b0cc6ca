import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Memo } from '../../../shared/contract/texts.ts';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import { orpc } from '../../lib/client.ts';
import { useProjectId } from '../../lib/route.ts';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import { CodingNav } from '../coding/index.ts';
import { useThemes } from '../themes/index.ts';
import { MemoItem } from './MemoItem.tsx';
import { MemoPart } from './MemoPart.tsx';
import styles from './MemoPart.module.css';

const page = 100;

/** All memos of a project: on the project itself, on texts and segments, and on themes. */
export function MemosScreen() {
  const projectId = useProjectId();
  const say = useText();
  const query = useInfiniteQuery(
    orpc.texts.projectMemos.infiniteOptions({
      input: (from: number) => ({ projectId, from, limit: page }),
      initialPageParam: 0,
      getNextPageParam: (last, all) => {
        const have = all.reduce((sum, one) => sum + one.memos.length, 0);
        return have < last.total ? have : undefined;
      },
    }),
  );
  return (
    <>
      <PageHeader facts={say('texts.memos.facts', { count: query.data?.pages[0]?.total ?? 0 })} title={say('texts.memos.title')} />
      <CodingNav projectId={projectId} />
      <Loaded query={query}>
        {({ pages }) => (
          <div className={styles.list}>
            <MemoPart on={{ kind: 'project', id: projectId }} />
            {pages
              .flatMap((one) => one.memos)
              .filter((memo) => memo.on.kind !== 'project')
              .map((memo) => (
                <div className={styles.part} key={memo.id}>
                  <MemoWhere memo={memo} projectId={projectId} />
                  <MemoItem memo={memo} />
                </div>
              ))}
            {query.hasNextPage ? <Button onPress={() => void query.fetchNextPage()}>{say('texts.memos.more')}</Button> : null}
          </div>
        )}
      </Loaded>
    </>
  );
}

/** Where a memo stands, as the way there. */
function MemoWhere({ memo, projectId }: { readonly memo: Memo; readonly projectId: ProjectId }) {
  const say = useText();
  const { themes } = useThemes(projectId);
  const theme = memo.themeId === null ? '' : themes.nameOf(memo.themeId);
  if (memo.textId === null)
    return (
      <Link className={styles.place} search={{ theme: memo.themeId ?? undefined }} to="/themes">
        {say('texts.memos.onTheme', { theme })}
      </Link>
    );
  return (
    <p className={styles.place}>
      <Link
        params={{ project: projectId, text: memo.textId }}
        search={memo.at === null ? {} : { at: String(memo.at) }}
        to="/projects/$project/coding/texts/$text"
      >
        {memo.where === '' ? say('coding.text.untitled') : memo.where}
        {theme === '' ? '' : `, ${theme}`}
      </Link>
      {memo.words === '' ? null : <q className={styles.quote}>{memo.words}</q>}
    </p>
  );
}
