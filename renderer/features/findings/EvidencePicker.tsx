import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type RefObject, useState } from 'react';
import type { FindingRow } from '../../../shared/contract/findings.ts';
import { client, orpc } from '../../lib/client.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { ComboBox, type ComboBoxOption } from '../../ui/combo-box/ComboBox.tsx';

export interface EvidencePickerProps {
  readonly finding: FindingRow;
  readonly day: string;
  readonly inputRef: RefObject<HTMLInputElement | null>;
}

const noteId = 'note';

/** Finds what a finding rests on by typing: what was said, tables, meetings, themes; or the words themselves as a note. */
export function EvidencePicker({ finding, day, inputRef }: EvidencePickerProps) {
  const say = useText();
  const save = useSave();
  const language = useLanguage();
  const [typed, setTyped] = useState('');
  const text = typed.trim().slice(0, 100);
  const input = { projectId: finding.projectId, text, language };
  const query = useQuery({
    ...orpc.findings.evidenceChoices.queryOptions({ input }),
    enabled: text !== '',
    placeholderData: keepPreviousData,
  });
  const hits = text === '' ? [] : (query.data?.hits ?? []);
  const options: readonly ComboBoxOption[] = [
    ...hits.map((hit) => ({ id: `${hit.kind} ${hit.id}`, label: hit.words, detail: say(`findings.kind.${hit.kind}`) })),
    ...(text === '' ? [] : [{ id: noteId, label: say('findings.addEvidence.asNote', { text }) }]),
  ];
  function choose(id: string): void {
    const hit = hits.find((one) => `${one.kind} ${one.id}` === id);
    const evidence = hit === undefined ? ({ kind: 'note', note: text } as const) : { kind: hit.kind, id: hit.id };
    setTyped('');
    void save(() => client.findings.addEvidence({ findingId: finding.id, evidence, today: day }));
  }
  return (
    <ComboBox
      countText={say('findings.addEvidence.hits', { n: hits.length })}
      inputRef={inputRef}
      label={say('findings.addEvidence')}
      onChoose={choose}
      onTextChange={setTyped}
      options={options}
      placeholder={say('findings.addEvidence.find')}
      text={typed}
    />
  );
}
