import { Link } from '@tanstack/react-router';
import type { RefObject } from 'react';
import type { FindingRow } from '../../../shared/contract/findings.ts';
import { useDates } from '../../lib/dates.ts';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { DetailPane } from '../../ui/detail-pane/DetailPane.tsx';
import { DeedRow } from '../actions/index.ts';
import { FindingEvidence } from './FindingEvidence.tsx';
import { FindingFields } from './FindingFields.tsx';
import { FindingLife } from './FindingLife.tsx';
import { FindingStatusText } from './FindingStatusText.tsx';
import styles from './FindingsScreen.module.css';

/** What can be done to a finding beside writing in it. */
export type FindingDeed = 'step' | 'action' | 'told' | 'insert';

export interface FindingDetailProps {
  readonly finding: FindingRow;
  readonly day: string;
  readonly wordingRef: RefObject<HTMLTextAreaElement | null>;
  readonly evidenceRef: RefObject<HTMLInputElement | null>;
  readonly onDeed: (deed: FindingDeed) => void;
  readonly onClose: () => void;
}

/** One finding: how it stands, its themes, what it rests on, what it says, what was agreed, and what has happened to it. */
export function FindingDetail({ finding, day, wordingRef, evidenceRef, onDeed, onClose }: FindingDetailProps) {
  const say = useText();
  const dates = useDates();
  return (
    <DetailPane
      closeLabel={say('findings.close')}
      note={finding.code}
      onClose={onClose}
      title={
        <span className={styles.wording} lang={finding.language}>
          {finding.wording}
        </span>
      }
    >
      <p className={styles.standing}>
        <FindingStatusText status={finding.status} />
        <span className={styles.note}>
          {finding.reportedBackOn === null
            ? `${say('findings.told')}: ${say('findings.untold')}`
            : `${say('findings.told')}: ${dates.day(finding.reportedBackOn)}`}
        </span>
      </p>
      <DeedRow>
        <Button kbd="S" onPress={() => onDeed('step')} size="bar">
          {say('findings.step')}
        </Button>
        <Button kbd="A" onPress={() => onDeed('action')} size="bar">
          {say('findings.makeAction')}
        </Button>
        <Button kbd="R" onPress={() => onDeed('told')} size="bar">
          {say('actions.back')}
        </Button>
        <Button kbd="I" onPress={() => onDeed('insert')} size="bar">
          {say('reports.into.deed')}
        </Button>
      </DeedRow>
      <FindingEvidence day={day} finding={finding} inputRef={evidenceRef} />
      <Actions finding={finding} />
      <FindingFields finding={finding} key={finding.id} wordingRef={wordingRef} />
      <FindingLife finding={finding} />
    </DetailPane>
  );
}

/** What was agreed because of it, and what came of that. */
function Actions({ finding }: { readonly finding: FindingRow }) {
  const say = useText();
  if (finding.actions.length === 0) return null;
  return (
    <section>
      <h3>{say('findings.actions')}</h3>
      <ul className={styles.actions}>
        {finding.actions.map((action) => (
          <li key={action.id}>
            <Link params={{ action: action.id }} to="/actions/$action">{`${action.code} ${action.wording}`}</Link>
            <span className={styles.note}>
              {[say(`actions.status.${action.status}`), action.result].filter((part) => part !== null).join(': ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
