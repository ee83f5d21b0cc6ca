import { useRef } from 'react';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import styles from './Import.module.css';
import { RoundSheetFields } from './RoundSheetFields.tsx';
import type { Matching } from './survey-state.ts';
import type { useSurveyImport } from './use-survey-import.ts';

/** The sheets and files of rounds: what each holds the rounds of, and the way to take in more files. */
export function RoundSheets({ matching, survey }: { readonly matching: Matching; readonly survey: ReturnType<typeof useSurveyImport> }) {
  const say = useText();
  const input = useRef<HTMLInputElement>(null);
  const { roundsProblem } = survey.state;
  return (
    <section aria-labelledby="round-sheets" className={styles.rounds}>
      <h2 id="round-sheets">{say('exchange.rounds.title')}</h2>
      {matching.rounds.length === 0 ? <p className={styles.hint}>{say('exchange.rounds.none')}</p> : null}
      {matching.rounds.map((sheet) => (
        <RoundSheetFields key={`${sheet.file ?? ''} ${sheet.name}`} matching={matching} sheet={sheet} survey={survey} />
      ))}
      <p className={styles.bad} role="alert">
        {roundsProblem === null ? '' : say.any(roundsProblem.message, roundsProblem.params)}
      </p>
      <div>
        <input
          accept=".csv,.tsv,.tab,.txt,.xlsx,.sav"
          aria-hidden
          aria-label={say('exchange.rounds.add')}
          hidden
          multiple
          onChange={(event) => {
            const files = [...(event.currentTarget.files ?? [])];
            event.currentTarget.value = '';
            if (files.length > 0) void survey.addRounds(files);
          }}
          ref={input}
          tabIndex={-1}
          type="file"
        />
        <Button isDisabled={survey.state.busy !== null} onPress={() => input.current?.click()} size="bar">
          {say('exchange.rounds.add')}
        </Button>
      </div>
    </section>
  );
}
