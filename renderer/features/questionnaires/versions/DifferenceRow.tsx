import type { VersionDifference } from '../../../../shared/contract/questionnaires.ts';
import { Comparability, DateForm, QuestionType, RegisterKind } from '../../../../shared/model/questionnaire.ts';
import type { Language } from '../../../../shared/model/text.ts';
import { client } from '../../../lib/client.ts';
import { useText, type Say } from '../../../lib/text.ts';
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

type What = VersionDifference['details'][number]['what'];

/** What is said in the questionnaire's own words. */
const inContent: ReadonlySet<What> = new Set(['wording', 'lead', 'hint', 'option', 'exclusive', 'unit']);

/** Types, forms of dates and kinds of registers by their names; everything else as it stands. */
function spokenDetail(what: What, said: string, say: Say): string {
  const message = `questionnaires.${what}.${said}`;
  const isNamed =
    (what === 'type' && QuestionType.safeParse(said).success) ||
    (what === 'dateForm' && DateForm.safeParse(said).success) ||
    (what === 'registerKind' && RegisterKind.safeParse(said).success);
  return isNamed ? say.any(message, {}) : said;
}

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
  const { change, questionId } = difference;
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
            <Difference
              after={spokenDetail(detail.what, detail.after, say)}
              before={spokenDetail(detail.what, detail.before, say)}
              language={inContent.has(detail.what) ? language : null}
            />
          </div>
        ))}
      </div>
      <div className={styles.verdict}>
        {difference.isDecidable && questionId !== null && change !== 'dropped' ? (
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
