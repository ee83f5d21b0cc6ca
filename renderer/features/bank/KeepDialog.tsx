import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { QuestionId } from '../../../shared/model/ids.ts';
import { client, orpc } from '../../lib/client.ts';
import { FormDialog } from '../../lib/dialogs/FormDialog.tsx';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { ComboBox } from '../../ui/combo-box/ComboBox.tsx';
import { TextField } from '../../ui/text-field/TextField.tsx';
import { topicName, topicsOf } from './topics.ts';

export interface KeepDialogProps {
  readonly questionId: QuestionId;
  readonly onClose: () => void;
}

/** Keeps a question in the bank: under which topic, where its words come from, and who may use them. */
export function KeepDialog({ questionId, onClose }: KeepDialogProps) {
  const say = useText();
  const save = useSave();
  const bank = useQuery(orpc.bank.list.queryOptions({ input: { query: '', kind: null } }));
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const [topic, setTopic] = useState('');
  const [source, setSource] = useState('');
  const [licence, setLicence] = useState('');
  const topics = topicsOf(bank.data?.questions ?? []).map((id) => ({ id, label: topicName(id, say) }));
  const hits = topics.filter(({ label }) => label.toLowerCase().includes(topic.toLowerCase()));

  async function keep(): Promise<void> {
    const known = topics.find(({ label }) => label.toLowerCase() === topic.trim().toLowerCase());
    const kept = await save(() =>
      client.bank.keep({ questionId, topic: known?.id ?? topic.trim(), source: source.trim(), licence: licence.trim() }),
    );
    if (kept !== undefined) onClose();
  }

  return (
    // Mod+Enter in the open list of topics is the list's own.
    <FormDialog hasModEnter={false} onClose={onClose} onSave={keep} saveLabel={say('bank.keepIt')} title={say('bank.keepTitle')}>
      <ComboBox
        countText={say('bank.topicHits', { count: hits.length })}
        inputRef={first}
        label={say('bank.topic')}
        onChoose={(id) => setTopic(topics.find((one) => one.id === id)?.label ?? '')}
        onTextChange={setTopic}
        options={hits}
        text={topic}
      />
      <TextField help={say('bank.sourceHelp')} label={say('bank.source')} maxLength={500} onChange={setSource} value={source} />
      <TextField help={say('bank.licenceHelp')} label={say('bank.licence')} maxLength={200} onChange={setLicence} value={licence} />
    </FormDialog>
  );
}
