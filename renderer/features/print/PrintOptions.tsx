import type { SheetChoices } from '../../../shared/contract/print.ts';
import type { Language } from '../../../shared/model/text.ts';
import { useText } from '../../lib/text.ts';
import { Checkbox } from '../../ui/checkbox/Checkbox.tsx';
import { SegmentedControl } from '../../ui/segmented-control/SegmentedControl.tsx';
import { Select } from '../../ui/select/Select.tsx';

interface PrintOptionsProps {
  readonly choices: SheetChoices;
  readonly languages: readonly Language[];
  readonly onChange: (choices: SheetChoices) => void;
}

/** For whom, in which language, and with what. */
export function PrintOptions({ choices, languages, onChange }: PrintOptionsProps) {
  const say = useText();
  const isForPerson = !choices.codes && !choices.routing && !choices.instructions;
  const all = (isOn: boolean): void => onChange({ ...choices, codes: isOn, routing: isOn, instructions: isOn });
  return (
    <>
      <SegmentedControl
        label={say('print.for')}
        onChange={(id) => all(id === 'interviewer')}
        segments={[
          { id: 'interviewer', label: say('print.for.interviewer') },
          { id: 'person', label: say('print.for.person') },
        ]}
        value={isForPerson ? 'person' : 'interviewer'}
      />
      {languages.length < 2 ? null : (
        <Select
          label={say('print.language')}
          look="chip"
          onChange={(language) => onChange({ ...choices, language })}
          options={languages.map((id) => ({ id, label: say(`projects.language.${id}`) }))}
          value={choices.language}
        />
      )}
      <Checkbox isSelected={choices.codes} onChange={(codes) => onChange({ ...choices, codes })}>
        {say('print.codes')}
      </Checkbox>
      <Checkbox isSelected={choices.routing} onChange={(routing) => onChange({ ...choices, routing })}>
        {say('print.routing')}
      </Checkbox>
      <Checkbox isSelected={choices.instructions} onChange={(instructions) => onChange({ ...choices, instructions })}>
        {say('print.instructions')}
      </Checkbox>
    </>
  );
}
