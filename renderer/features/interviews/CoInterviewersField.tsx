import { type FocusEvent, useState } from 'react';
import { fold } from '../../../shared/texts/fold.ts';
import { useText } from '../../lib/text.ts';
import { ComboBox } from '../../ui/combo-box/ComboBox.tsx';

interface CoInterviewersFieldProps {
  readonly value: string;
  /** Names that may be meant, in order. */
  readonly names: readonly string[];
  readonly onCommit: (value: string) => void;
}

const most = 8;

/** Names with commas between them. The one being typed is completed from those known; it is written when the field is left. */
export function CoInterviewersField({ value, names, onCommit }: CoInterviewersFieldProps) {
  const say = useText();
  const [typed, setTyped] = useState<string | null>(null);
  const parts = (typed ?? value).split(',');
  const before = parts.slice(0, -1).map((name) => name.trim());
  const wanted = fold(parts.at(-1)?.trim() ?? '');
  const hits =
    wanted === ''
      ? []
      : names.filter((name) => !before.includes(name) && fold(name).includes(wanted) && fold(name) !== wanted).slice(0, most);
  const leave = (): void => {
    if (typed === null) return;
    const read = typed
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '')
      .join(', ');
    if (read !== value) onCommit(read);
    setTyped(null);
  };
  return (
    <div onBlur={(event: FocusEvent) => (event.currentTarget.contains(event.relatedTarget) ? undefined : leave())}>
      <ComboBox
        countText={say('entry.facts.names', { count: hits.length })}
        label={say('entry.facts.coInterviewers')}
        onCancel={() => setTyped(null)}
        onChoose={(name) => setTyped([...before, name].join(', '))}
        onTextChange={(text) => setTyped(text.slice(0, 200))}
        options={hits.map((name) => ({ id: name, label: name }))}
        text={typed ?? value}
      />
    </div>
  );
}
