import { useRef } from 'react';
import type { GridSource, OpenQuestion } from '../../../shared/contract/coding.ts';
import { localised } from '../../../shared/model/text.ts';
import { useCommand } from '../../lib/commands.tsx';
import { useLanguage, useText } from '../../lib/text.ts';
import { Checkbox } from '../../ui/checkbox/Checkbox.tsx';
import { FilterChip } from '../../ui/filter-chip/FilterChip.tsx';
import { Popover } from '../../ui/popover/Popover.tsx';
import { Select } from '../../ui/select/Select.tsx';
import styles from './GridPickers.module.css';

/** What choosing the rows needs. */
export interface SourcePickerProps {
  readonly source: GridSource;
  readonly questions: readonly OpenQuestion[];
  readonly minutes: { readonly texts: number; readonly coded: number };
  readonly documents: { readonly texts: number; readonly coded: number };
  readonly onChange: (source: GridSource) => void;
}

const several = 'several';
/** The heading says the whole question; here it is told from the others. */
const longestQuestion = 26;

function shortened(text: string): string {
  return text.length <= longestQuestion ? text : `${text.slice(0, longestQuestion - 2).trimEnd()} …`;
}

function idOf(source: GridSource): string {
  if (source.kind !== 'answers') return source.kind;
  return source.variableIds.length > 1 ? several : (source.variableIds[0] ?? several);
}

/** What the rows are: one question, several together, minutes or documents. */
export function SourcePicker({ source, questions, minutes, documents, onChange }: SourcePickerProps) {
  const say = useText();
  const language = useLanguage();
  const place = useRef<HTMLSpanElement>(null);
  useCommand('coding.source', () => place.current?.querySelector('button')?.focus());
  const named = questions.map((one) => ({ ...one, name: `${one.number}. ${shortened(localised(one.wording, language))}` }));
  const options = [
    ...named.map((one) => ({ id: one.variableId, label: one.name, detail: `${one.coded}/${one.answered}` })),
    ...(questions.length > 1 ? [{ id: several, label: say('coding.source.several') }] : []),
    { id: 'minutes', label: say('coding.source.minutes'), detail: `${minutes.coded}/${minutes.texts}` },
    { id: 'documents', label: say('coding.source.documents'), detail: `${documents.coded}/${documents.texts}` },
  ];
  function choose(id: string): void {
    if (id === 'minutes' || id === 'documents') return onChange({ kind: id });
    const variableIds = questions.filter((one) => id === several || one.variableId === id).map((one) => one.variableId);
    return onChange({ kind: 'answers', variableIds });
  }
  const chosen = new Set<string>(source.kind === 'answers' ? source.variableIds : []);
  return (
    <>
      <span ref={place}>
        <Select label={say('coding.source.label')} look="chip" onChange={choose} options={options} value={idOf(source)} />
      </span>
      {chosen.size > 1 ? (
        <Popover label={say('coding.source.which')} trigger={<FilterChip name={say('coding.source.which')} value={String(chosen.size)} />}>
          <div className={styles.list}>
            {named.map((one) => (
              <Checkbox
                isDisabled={chosen.size === 2 && chosen.has(one.variableId)}
                isSelected={chosen.has(one.variableId)}
                key={one.variableId}
                onChange={(isOn) => {
                  const ids = questions.map((each) => each.variableId).filter((id) => (id === one.variableId ? isOn : chosen.has(id)));
                  onChange({ kind: 'answers', variableIds: ids });
                }}
              >
                {one.name}
              </Checkbox>
            ))}
          </div>
        </Popover>
      ) : null}
    </>
  );
}
