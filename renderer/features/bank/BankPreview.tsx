import { useState } from 'react';
import type { BankQuestion } from '../../../shared/contract/bank.ts';
import type { AnswerOption } from '../../../shared/model/questionnaire.ts';
import { localised, type Language } from '../../../shared/model/text.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { Facts } from '../../ui/facts/Facts.tsx';
import { SegmentedControl } from '../../ui/segmented-control/SegmentedControl.tsx';
import { Select } from '../../ui/select/Select.tsx';
import { ownOptions, QuestionSketch } from '../questionnaires/index.ts';
import styles from './BankPreview.module.css';

/** One question of the bank: as it is asked, in its languages, where it comes from, and where it is used. */
export function BankPreview({ question }: { readonly question: BankQuestion }) {
  const say = useText();
  const interfaceLanguage = useLanguage();
  const [wanted, setWanted] = useState<Language>(interfaceLanguage);
  const language = question.languages.includes(wanted) ? wanted : (question.languages[0] ?? 'nb');
  const { definition } = question;
  const options: readonly AnswerOption[] =
    definition === null
      ? []
      : (question.scale?.options ?? (definition.options.length > 0 ? definition.options : ownOptions(definition.type)) ?? []);
  const languages = question.languages.map((id) => ({ id, label: say(`interviews.language.${id}`) }));
  return (
    <div className={styles.preview}>
      {languages.length < 2 ? null : languages.length > 3 ? (
        <Select label={say('questionnaires.language')} look="chip" onChange={setWanted} options={languages} value={language} />
      ) : (
        <SegmentedControl label={say('questionnaires.language')} onChange={setWanted} segments={languages} value={language} />
      )}
      <div className={styles.sketch}>
        {definition === null ? (
          <p className={styles.words} lang={language}>
            {localised(question.wording, language)}
          </p>
        ) : (
          <QuestionSketch language={language} question={{ ...definition, options: [...options] }} />
        )}
      </div>
      <Facts
        facts={[
          { name: say('bank.source'), value: question.source },
          { name: say('bank.licence'), value: question.licence },
          { name: say('bank.version'), value: String(question.version) },
          { name: say('bank.origin'), value: say(question.isShipped ? 'bank.shipped' : 'bank.own') },
        ]}
      />
      <div>
        <p className={styles.title}>{say('bank.uses')}</p>
        {question.uses.length === 0 ? (
          <p className={styles.none}>{say('bank.notUsed')}</p>
        ) : (
          <ul className={styles.uses}>
            {question.uses.map((use) => (
              <li key={`${use.project} ${use.questionnaire} ${use.version} ${use.number}`}>
                {say('bank.use', { project: use.project, questionnaire: use.questionnaire, version: use.version, number: use.number })}
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
