import { Link } from '@tanstack/react-router';
import type { BlockProblem } from '../../../../shared/contract/reports-document.ts';
import { useText } from '../../../lib/text.ts';
import type { DraftBlock } from './blocks-model.ts';

interface WayOutProps {
  readonly block: DraftBlock;
  readonly code: BlockProblem['code'];
  readonly projectId: string;
}

/** Where a problem is settled. */
export function WayOut({ block, code, projectId }: WayOutProps) {
  const say = useText();
  if (code === 'exhibit-stopped' && block.exhibitId !== null)
    return (
      <Link params={{ project: projectId, exhibit: block.exhibitId }} to="/projects/$project/exhibits/$exhibit">
        {say('reports.way.exhibit')}
      </Link>
    );
  if (code === 'quote-not-cleared' && block.quoteId !== null)
    return (
      <Link params={{ project: projectId, quote: block.quoteId }} to="/projects/$project/quotes/$quote">
        {say('reports.way.quote')}
      </Link>
    );
  if ((code === 'finding-not-final' || code === 'finding-needs-a-look') && block.findingId !== null)
    return (
      <Link params={{ project: projectId }} search={{ row: block.findingId }} to="/projects/$project/findings">
        {say('reports.way.finding')}
      </Link>
    );
  return null;
}
