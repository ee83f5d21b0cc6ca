import type { ComparedQuestion } from '../../../shared/contract/compare.ts';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { useContent, useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { DetailPane } from '../../ui/detail-pane/DetailPane.tsx';
import styles from './compare.module.css';

interface ProjectsPaneProps {
  readonly question: ComparedQuestion;
  readonly title: string;
  readonly projects: readonly { readonly id: ProjectId; readonly name: string }[];
  readonly onClose: () => void;
  readonly onOpen: () => void;
}

/** How each project asked, and why the questions count as the same. */
export function ProjectsPane({ question, title, projects, onClose, onOpen }: ProjectsPaneProps) {
  const say = useText();
  const content = useContent();
  return (
    <DetailPane closeLabel={say('compare.pane.close')} note={content(question.section)} onClose={onClose} title={title}>
      <div className={styles.deeds}>
        <Button kbd="A" onPress={onOpen} size="bar">
          {say('compare.open')}
        </Button>
      </div>
      <dl className={styles.asked}>
        {projects.map(({ id, name }, at) => {
          const cell = question.cells[at] ?? null;
          return (
            <div key={id}>
              <dt>{name}</dt>
              {cell === null ? (
                <dd className={styles.quiet}>{say('compare.notAsked')}</dd>
              ) : (
                <>
                  <dd>{content(cell.wording)}</dd>
                  <dd className={styles.quiet}>
                    {[
                      cell.by === 'own' ? null : say(`compare.same.${cell.by}`),
                      cell.isReworded ? say('compare.reworded') : null,
                      cell.exhibit === null ? say('compare.stopped') : cell.exhibit.source,
                    ]
                      .filter((part) => part !== null)
                      .join(' · ')}
                  </dd>
                </>
              )}
            </div>
          );
        })}
      </dl>
    </DetailPane>
  );
}
