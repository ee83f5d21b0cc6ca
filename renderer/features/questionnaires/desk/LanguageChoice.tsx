import { useText } from '../../../lib/text.ts';
import { SegmentedControl } from '../../../ui/segmented-control/SegmentedControl.tsx';
import { Select } from '../../../ui/select/Select.tsx';
import { useDeskContext } from './use-desk.ts';

/** The language in hand: that of the list, the preview and the fields. Two stand side by side; more make a menu. */
export function LanguageChoice() {
  const say = useText();
  const desk = useDeskContext();
  const { languages } = desk.version;
  const options = languages.map((id) => ({ id, label: say(`interviews.language.${id}`) }));
  const shared = {
    label: say('questionnaires.languages.title'),
    onChange: (language: (typeof languages)[number]) => desk.change({ language }),
    value: desk.state.language,
  };
  if (languages.length < 2) return null;
  return languages.length > 2 ? <Select {...shared} look="chip" options={options} /> : <SegmentedControl {...shared} segments={options} />;
}
