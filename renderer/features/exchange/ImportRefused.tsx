import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { ErrorState } from '../../ui/error-state/ErrorState.tsx';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import { ReadingChips } from './ReadingChips.tsx';
import type { useSurveyImport } from './use-survey-import.ts';
import { useHeadingFocus } from './use-heading-focus.ts';

/** Why the file cannot be used, with what can be corrected here beside it. */
export function ImportRefused({
  survey,
  onChoose,
}: {
  readonly survey: ReturnType<typeof useSurveyImport>;
  readonly onChoose: () => void;
}) {
  const say = useText();
  const { state } = survey;
  const title = useHeadingFocus();
  if (state.problem === null) return null;
  const { message, params } = state.problem;
  // What happened stands strong; where, what is safe and what to do follow.
  const [, first = '', rest = ''] = /^(.*?[.])\s+(.*)$/su.exec(say.any(message, params)) ?? ['', say.any(message, params)];
  return (
    <>
      <PageHeader facts={state.fileName ?? ''} title={say('exchange.import.title')} titleRef={title} />
      {state.ticket === null ? null : <ReadingChips onChange={(change) => void survey.reread(change)} state={state} />}
      <ErrorState
        actions={
          <>
            {message === 'exchange.error.ragged' ? (
              <Button onPress={() => void survey.reread({ padShortRows: true })}>{say('exchange.import.pad')}</Button>
            ) : null}
            <Button kbd="I" onPress={onChoose} variant="main">
              {say('exchange.import.chooseAnother')}
            </Button>
          </>
        }
        next={rest}
        what={first}
      />
    </>
  );
}
