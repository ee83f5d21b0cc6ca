import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ExhibitDefinition } from '../../../shared/contract/analysis.ts';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { orpc } from '../../lib/client.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import sheet from './analysis.module.css';
import styles from './dialogs.module.css';
import type { CellPlace } from './ExhibitTable.tsx';

interface BehindDialogProps {
  readonly projectId: ProjectId;
  readonly definition: ExhibitDefinition;
  readonly place: CellPlace;
  /** The cell in words. */
  readonly spoken: string;
  readonly onClose: () => void;
}

/** The persons or the words behind a cell, for those who work inside; where they are too few, the reason. */
export function BehindDialog({ projectId, definition, place, spoken, onClose }: BehindDialogProps) {
  const say = useText();
  const query = useQuery(orpc.analysis.behind.queryOptions({ input: { projectId, definition, ...place } }));
  return (
    <Dialog
      actions={<Button onPress={onClose}>{say('analysis.behind.close')}</Button>}
      isOpen
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title={say('analysis.behind.title')}
    >
      <div className={styles.behind}>
        <p className={sheet.quiet}>{spoken}</p>
        <Loaded query={query}>
          {(behind) => {
            if (behind.state === 'too-few') return <p>{say('analysis.behind.tooFew', { threshold: behind.threshold })}</p>;
            if (behind.state === 'persons')
              return (
                <>
                  <p>{say('analysis.behind.persons', { count: behind.count })}</p>
                  <First of={behind.count} shown={behind.interviews.length} />
                  <ul className={styles.behindCodes}>
                    {behind.interviews.map(({ interviewId, code }) => (
                      <li key={interviewId}>
                        <Link params={{ project: projectId, interview: interviewId }} to="/projects/$project/interviews/$interview/enter">
                          {code}
                        </Link>
                      </li>
                    ))}
                  </ul>
                </>
              );
            return (
              <>
                <p>{say('analysis.behind.words', { count: behind.count })}</p>
                <First of={behind.count} shown={behind.texts.length} />
                <ul className={styles.behindWords}>
                  {behind.texts.map(({ textId, code, words }, at) => (
                    // oxlint-disable-next-line react/no-array-index-key -- several passages of one text, and the list never changes
                    <li key={`${textId} ${at}`}>
                      <Link params={{ project: projectId, text: textId }} to="/projects/$project/coding/texts/$text">
                        {code}
                      </Link>
                      <p className={styles.said}>{words}</p>
                    </li>
                  ))}
                </ul>
              </>
            );
          }}
        </Loaded>
      </div>
    </Dialog>
  );
}

/** That not all are listed. */
function First({ shown, of }: { readonly shown: number; readonly of: number }) {
  const say = useText();
  return shown < of ? <p className={sheet.quiet}>{say('analysis.behind.first', { shown })}</p> : null;
}
