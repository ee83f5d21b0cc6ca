import { Comparability, type Question } from '../../../../shared/model/questionnaire.ts';
import { client } from '../../../lib/client.ts';
import { useText } from '../../../lib/text.ts';
import { useSave } from '../../../lib/use-save.ts';
import { Select } from '../../../ui/select/Select.tsx';

/** What has become of the question since the version before; a person can decide otherwise than the program found. */
export function SinceLast({ question }: { readonly question: Question }) {
  const say = useText();
  const save = useSave();
  const { id, previousId, comparability } = question;
  if (previousId === null || comparability === null) return null;
  return (
    <div>
      <Select
        label={say('questionnaires.designer.sinceLast')}
        look="chip"
        onChange={(next) => void save(() => client.questionnaires.setComparability({ questionId: id, comparability: next }))}
        options={Comparability.options.map((option) => ({ id: option, label: say(`questionnaires.change.${option}`) }))}
        value={comparability}
      />
    </div>
  );
}
