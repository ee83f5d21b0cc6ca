import type { SpokenError } from '../../lib/errors.ts';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { FileRefused } from './FileRefused.tsx';
import { ReadingChips } from './ReadingChips.tsx';
import type { useSurveyImport } from './use-survey-import.ts';

interface ImportRefusedProps {
  readonly survey: ReturnType<typeof useSurveyImport>;
  readonly problem: SpokenError;
  readonly onChoose: () => void;
}

/** Why the file cannot be used, with what can be corrected here beside it. */
export function ImportRefused({ survey, problem, onChoose }: ImportRefusedProps) {
  const say = useText();
  const { state } = survey;
  return (
    <FileRefused
      chooseLabel={say('exchange.import.chooseAnother')}
      fileName={state.fileName ?? ''}
      onChoose={onChoose}
      problem={problem}
      remedy={
        problem.message === 'exchange.error.ragged' ? (
          <Button onPress={() => void survey.reread({ padShortRows: true })}>{say('exchange.import.pad')}</Button>
        ) : null
      }
      title={say('exchange.import.title')}
    >
      {state.ticket === null ? null : <ReadingChips onChange={(change) => void survey.reread(change)} state={state} />}
    </FileRefused>
  );
}
