import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DocumentFacts } from '../../../../shared/contract/texts-documents.ts';
import type { ProjectId } from '../../../../shared/model/ids.ts';
import { orpc } from '../../../lib/client.ts';
import { useDates } from '../../../lib/dates.ts';
import { useText } from '../../../lib/text.ts';
import { ComboBox } from '../../../ui/combo-box/ComboBox.tsx';
import styles from './documents.module.css';

export interface WhoseFieldProps {
  readonly projectId: ProjectId;
  readonly value: DocumentFacts['whose'];
  /** Null when the field was emptied and left. */
  readonly onPick: (whose: DocumentFacts['whose']) => void;
}

const shown = 20;

/** Whose words a document is: a participant, found by their code, and one of their interviews. */
export function WhoseField({ projectId, value, onPick }: WhoseFieldProps) {
  const say = useText();
  const dates = useDates();
  const [typed, setTyped] = useState<string | null>(null);
  const [isHere, setIsHere] = useState(false);
  const search = (typed ?? '').trim().slice(0, 40);
  const input = { projectId, limit: shown, ...(search === '' ? {} : { search }) };
  const query = useQuery({ ...orpc.interviews.list.queryOptions({ input }), enabled: isHere, placeholderData: keepPreviousData });
  const hits = (query.data?.rows ?? []).filter((row) => row.status !== 'withdrawn' && row.status !== 'declined');
  const leave = (): void => {
    setIsHere(false);
    if (typed !== null && search === '' && value !== null) onPick(null);
    setTyped(null);
  };
  return (
    <div onBlur={leave} onFocus={() => setIsHere(true)} role="presentation">
      <ComboBox
        countText={say('documents.one.whoseFound', { count: hits.length })}
        label={say('documents.one.whose')}
        onChoose={(id) => {
          const hit = hits.find((row) => row.id === id);
          setTyped(null);
          if (hit !== undefined) onPick({ interviewId: hit.id, code: hit.code });
        }}
        onTextChange={setTyped}
        options={hits.map((row) => ({
          id: row.id,
          label: row.code,
          detail: [row.wave, row.heldOn === null ? '' : dates.day(row.heldOn)].filter((part) => part !== '').join(', '),
        }))}
        text={typed ?? value?.code ?? ''}
      />
      <p className={styles.help}>{say(value === null ? 'documents.one.whoseNone' : 'documents.one.whoseHelp')}</p>
    </div>
  );
}
