import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ProjectId } from '../../../../../shared/model/ids.ts';
import { orpc } from '../../../../lib/client.ts';
import { useDates } from '../../../../lib/dates.ts';
import { useText } from '../../../../lib/text.ts';
import { Icon } from '../../../../ui/icon/Icon.tsx';
import { quoteState } from '../block-name.ts';
import type { DraftBlock } from '../blocks-model.ts';
import styles from './pane.module.css';
import type { DocumentIndex } from '../document-index.ts';

interface QuotesPartProps {
  readonly blocks: readonly DraftBlock[];
  readonly index: DocumentIndex;
  /** The quote itself is chosen, not its chapter. */
  readonly isOwn: boolean;
  readonly projectId: ProjectId;
}

/** Whether the words that stand here have been cleared, by whom, and how many share what is told under them. */
export function QuotesPart({ blocks, index, isOwn, projectId }: QuotesPartProps) {
  const say = useText();
  if (blocks.length === 0) return null;
  return (
    <section className={styles.part}>
      <h3>{say(isOwn ? 'reports.pane.clearance' : 'reports.pane.quotes')}</h3>
      <ul className={styles.signs}>
        {blocks.map((block) => (
          <QuoteLine block={block} index={index} key={block.id} projectId={projectId} />
        ))}
      </ul>
    </section>
  );
}

function QuoteLine({
  block,
  index,
  projectId,
}: {
  readonly block: DraftBlock;
  readonly index: DocumentIndex;
  readonly projectId: ProjectId;
}) {
  const say = useText();
  const dates = useDates();
  const { data } = useQuery({
    ...orpc.quotes.get.queryOptions({ input: { quoteId: block.quoteId ?? '' } }),
    enabled: block.quoteId !== null,
    retry: false,
  });
  const state = quoteState(block, index);
  const isCleared = state === 'reports.quote.cleared';
  const shared = (data?.attributes ?? []).filter(({ isChosen }) => isChosen);
  return (
    <li>
      <Icon name={isCleared ? 'clearedQuote' : 'unclearedQuote'} tone={isCleared ? 'good' : 'bad'} />
      <span>
        {isCleared && data?.clearedBy != null && data.clearedAt !== null
          ? say('clearance.clearedBy', { day: dates.day(data.clearedAt), second: data.clearedBy, first: data.proposedBy ?? '' })
          : say(state)}{' '}
        {shared.map(({ label, value, persons }) => (
          <span className={styles.shared} key={label}>
            {say('reports.quote.shared', { value, n: persons ?? 0 })}{' '}
          </span>
        ))}
        {block.quoteId === null ? null : (
          <Link params={{ project: projectId, quote: block.quoteId }} to="/projects/$project/quotes/$quote">
            {say(isCleared ? 'reports.quote.open' : 'reports.way.quote')}
          </Link>
        )}
      </span>
    </li>
  );
}
