import type { VersionDifference } from '../../../../shared/contract/questionnaires.ts';
import { Comparability } from '../../../../shared/model/questionnaire.ts';
import type { Language } from '../../../../shared/model/text.ts';
import { client } from '../../../lib/client.ts';
import { useText } from '../../../lib/text.ts';
import { useSave } from '../../../lib/use-save.ts';
import { Select } from '../../../ui/select/Select.tsx';
import { StatusText } from '../../../ui/status-text/StatusText.tsx';
import { Difference } from './Difference.tsx';
import styles from './Versions.module.css';

const looks = {
  same: { tone: 'good', icon: 'done' },
  'changed-wording': { tone: 'warn', icon: 'softCheck' },
  'changed-options': { tone: 'warn', icon: 'softCheck' },
  new: { tone: 'neutral', icon: 'add' },
  dropped: { tone: 'neutral', icon: 'remove' },
} as const;

export interface DifferenceRowProps {
  readonly difference: VersionDifference;
  readonly language: Language;
  /** What the question asks, in the version where it is last. */
  readonly wording: string;
}

/** What became of one question; a person can decide that its answers compare all the same, or that they do not. */
export function DifferenceRow({ difference, language, wording }: DifferenceRowProps) {
  const say = useText();
  const save = useSave();
  const { change, questionId, previousId } = difference;
  const isDecidable = questionId !== null && previousId !== null && change !== 'dropped';
  return (
    <li className={styles.difference}>
      <span className={styles.number}>{difference.number}</span>
      <div className={styles.words}>
        <p>
          <span lang={language}>{wording}</span> <span className={styles.name}>{difference.name}</span>
        </p>
        {difference.details.map((detail, index) => (
          // Two options can differ in the same way: the place is the identity.
          <div className={styles.detail} key={index}>
            <span className={styles.what}>{say(`questionnaires.difference.${detail.what}`)}</span>
            <Difference after={detail.after} before={detail.before} language={detail.what === 'routing' ? null : language} />
          </div>
        ))}
      </div>
      <div className={styles.verdict}>
        {isDecidable ? (
          <Select
            label={say('questionnaires.versions.comparability')}
            look="chip"
            onChange={(comparability) => void save(() => client.questionnaires.setComparability({ questionId, comparability }))}
            options={Comparability.options.map((id) => ({ id, label: say(`questionnaires.change.${id}`) }))}
            value={change}
          />
        ) : (
          <StatusText icon={looks[change].icon} tone={looks[change].tone}>
            {say(`questionnaires.change.${change}`)}
          </StatusText>
        )}
      </div>
    </li>
  );
}
