import { useDeferredValue } from 'react';
import { questionsOf, type Question } from '../../../../shared/model/questionnaire.ts';
import { useText } from '../../../lib/text.ts';
import { Button } from '../../../ui/button/Button.tsx';
import { IconButton } from '../../../ui/icon-button/IconButton.tsx';
import { Preview } from '../preview/Preview.tsx';
import type { TestFill } from '../preview/use-test-fill.ts';
import { LanguageChoice } from './LanguageChoice.tsx';
import styles from './PreviewPane.module.css';
import { useDeskContext } from './use-desk.ts';

export interface PreviewPaneProps {
  readonly test: TestFill;
  readonly onBegin: (question: Question) => void;
  readonly onEnd: () => void;
  readonly onClose: () => void;
}

/** How it becomes: the form in the language in hand, to look at or to try. */
export function PreviewPane({ test, onBegin, onEnd, onClose }: PreviewPaneProps) {
  const say = useText();
  const desk = useDeskContext();
  const version = useDeferredValue(desk.version);
  const { isTesting, language } = desk.state;
  const questions = questionsOf(version);
  const inHand = questions.find((question) => desk.design.store.keyOf(question.id) === desk.state.current);
  const ofSection = version.sections.find((section) => desk.design.store.keyOf(section.id) === desk.state.current)?.questions[0];
  const shown = isTesting ? questions.find((question) => question.id === test.place) : (inHand ?? ofSection);
  return (
    <div className={styles.pane}>
      <div className={styles.head}>
        <h2 className={styles.title}>{say('questionnaires.preview.title')}</h2>
        <LanguageChoice />
        <Button
          kbd="T"
          onPress={() => (isTesting ? onEnd() : questions[0] === undefined ? undefined : onBegin(shown ?? questions[0]))}
          size="bar"
        >
          {say(isTesting ? 'questionnaires.preview.end' : 'questionnaires.preview.try')}
        </Button>
        <IconButton icon="close" label={say('questionnaires.preview.close')} onPress={onClose} size="small" />
      </div>
      <Preview
        language={language}
        onBegin={onBegin}
        onEnd={onEnd}
        question={shown ?? questions[0] ?? null}
        test={isTesting ? test : null}
        version={version}
      />
      <div className={styles.foot}>
        <p>{say(isTesting ? 'questionnaires.preview.testing' : 'questionnaires.preview.help')}</p>
        {isTesting && test.answers.size > 0 ? (
          <Button onPress={test.clearAll} size="bar" variant="quiet">
            {say('questionnaires.preview.clearAll')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
