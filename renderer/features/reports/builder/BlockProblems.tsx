import type { BlockProblem } from '../../../../shared/contract/reports-document.ts';
import { useText } from '../../../lib/text.ts';
import { Icon } from '../../../ui/icon/Icon.tsx';
import type { DraftBlock } from './blocks-model.ts';
import { problemIcons } from './problem-icons.ts';
import styles from './sheet.module.css';
import { WayOut } from './WayOut.tsx';

interface BlockProblemsProps {
  readonly block: DraftBlock;
  readonly problems: readonly BlockProblem[];
  readonly projectId: string;
}

/** Why a block is not as its author wants it, at the block, with the way on where there is one. */
export function BlockProblems({ block, problems, projectId }: BlockProblemsProps) {
  const say = useText();
  // What is only unfinished stands in the pane and the contents, not in the middle of the page.
  const shown = problems.filter(({ isBlocking, code }) => isBlocking || code === 'finding-needs-a-look');
  if (shown.length === 0) return null;
  return (
    <ul className={styles.problems}>
      {shown.map(({ code, isBlocking, sentence }) => (
        <li data-blocking={isBlocking || undefined} key={code}>
          <Icon name={problemIcons[code]} tone={isBlocking ? 'bad' : 'warn'} />
          <span>
            {say.any(sentence.id, sentence.params)} <WayOut block={block} code={code} projectId={projectId} />
          </span>
        </li>
      ))}
    </ul>
  );
}
