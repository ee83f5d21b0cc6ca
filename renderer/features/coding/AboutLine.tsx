import { useRef, useState } from 'react';
import { Level } from '../../../shared/contract/coding.ts';
import { fold } from '../../../shared/texts/index.ts';
import { useText } from '../../lib/text.ts';
import { ComboBox, type ComboBoxOption } from '../../ui/combo-box/ComboBox.tsx';
import type { About } from './use-coding-deeds.ts';

/** What the line about a coding needs. */
export interface AboutLineProps {
  readonly services: ReadonlyMap<string, string>;
  readonly onChoose: (about: About) => void;
  /** Esc or leaving. */
  readonly onClose: (returnsFocus: boolean) => void;
}

const nothing = 'nothing';

/** What the last theme is about: a level by its number or its word, or a service by its letters. */
export function AboutLine({ services, onChoose, onClose }: AboutLineProps) {
  const say = useText();
  const [text, setText] = useState('');
  const isDone = useRef(false);
  const all: (ComboBoxOption & { readonly key: string })[] = [
    ...Level.options.map((level, at) => ({ id: level, key: String(at + 1), label: say(`coding.level.${level}`), detail: String(at + 1) })),
    { id: nothing, key: '0', label: say('coding.about.nothing'), detail: '0' },
    ...[...services].map(([id, name]) => ({ id, key: '', label: name, detail: say('coding.grid.service') })),
  ];
  const wanted = fold(text);
  const options = all.filter(
    ({ key, label }) =>
      key === text.trim() ||
      fold(label)
        .split(' ')
        .some((word) => word.startsWith(wanted)) ||
      fold(label).startsWith(wanted),
  );
  function choose(id: string): void {
    isDone.current = true;
    const level = Level.safeParse(id);
    onChoose(id === nothing ? { level: null, serviceId: null } : level.success ? { level: level.data } : { serviceId: id });
  }
  return (
    <div
      onBlur={() => {
        if (!isDone.current) onClose(false);
      }}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <ComboBox
        countText={say('coding.about.hits', { count: options.length })}
        inputRef={(input) => input?.focus({ preventScroll: true })}
        label={say('coding.about.label')}
        onCancel={() => onClose(true)}
        onChoose={choose}
        onTextChange={setText}
        opensOnFocus
        options={options}
        text={text}
      />
    </div>
  );
}
