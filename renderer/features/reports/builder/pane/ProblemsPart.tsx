import type { DocumentBlock } from '../../../../../shared/contract/reports-document.ts';
import type { ProjectId } from '../../../../../shared/model/ids.ts';
import { useText } from '../../../../lib/text.ts';
import { Icon } from '../../../../ui/icon/Icon.tsx';
import type { DraftBlock } from '../blocks-model.ts';
import { WayOut } from '../WayOut.tsx';
import styles from './pane.module.css';
import { problemIcons } from '../problem-icons.ts';

interface ProblemsPartProps {
  readonly block: DraftBlock;
  readonly found: DocumentBlock;
  readonly projectId: ProjectId;
}

/** What must be settled in a block, and what is only unfinished. */
export function ProblemsPart({ block, found, projectId }: ProblemsPartProps) {
  const say = useText();
  if (found.problems.length === 0) return null;
  return (
    <section className={styles.part}>
      <h3>{say('reports.pane.problems')}</h3>
      <ul className={styles.signs}>
        {found.problems.map(({ code, isBlocking, sentence }) => (
          <li key={code}>
            <Icon name={problemIcons[code]} tone={isBlocking ? 'bad' : 'warn'} />
            <span>
              {say.any(sentence.id, sentence.params)} <WayOut block={block} code={code} projectId={projectId} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
