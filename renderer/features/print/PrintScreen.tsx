import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { QuestionnaireSheet, SheetChoices } from '../../../shared/contract/print.ts';
import { VersionId } from '../../../shared/model/ids.ts';
import { receiveFile } from '../../lib/blobs.ts';
import { client, orpc } from '../../lib/client.ts';
import { spoken } from '../../lib/errors.ts';
import { PaperDesk } from '../../lib/paper/PaperDesk.tsx';
import { savePrint } from '../../lib/paper/print-alone.ts';
import { desktop } from '../../lib/pipe.ts';
import { useRouteParam } from '../../lib/route.ts';
import { notice } from '../../lib/status.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { ErrorState } from '../../ui/error-state/ErrorState.tsx';
import { LoadingState } from '../../ui/loading-state/LoadingState.tsx';
import styles from './print.module.css';
import { PrintOptions } from './PrintOptions.tsx';
import { QuestionnairePaper } from './QuestionnairePaper.tsx';

/** A questionnaire on paper: chosen, seen as it will be, and given as a Word file, as a PDF or to the printer. */
export function PrintScreen() {
  const say = useText();
  const language = useLanguage();
  const versionId = VersionId.parse(useRouteParam('version'));
  const [choices, setChoices] = useState<SheetChoices>({ language, codes: true, routing: true, instructions: true });
  const version = useQuery(orpc.questionnaires.version.queryOptions({ input: { versionId } })).data;
  // The paper keeps its place while another choice is being laid out.
  const sheet = useQuery({
    ...orpc.print.questionnaire.queryOptions({ input: { versionId, choices } }),
    placeholderData: keepPreviousData,
  });
  if (sheet.error !== null) {
    const said = spoken(sheet.error);
    return <ErrorState what={say.any(said.message, said.params)} />;
  }
  if (sheet.data === undefined || version === undefined) return <LoadingState>{say('print.loading')}</LoadingState>;
  return (
    <PaperDesk
      actions={<Exits choices={choices} sheet={sheet.data} versionId={versionId} />}
      facts={say('print.facts', { name: version.name, number: version.number })}
      options={<PrintOptions choices={choices} languages={version.languages} onChange={setChoices} />}
      title={say('print.title')}
    >
      {sheet.data.blocks.length === 0 ? <p className={styles.empty}>{say('print.empty')}</p> : <QuestionnairePaper sheet={sheet.data} />}
    </PaperDesk>
  );
}

interface ExitsProps {
  readonly versionId: VersionId;
  readonly choices: SheetChoices;
  readonly sheet: QuestionnaireSheet;
}

/** The ways out: Word, PDF where the program can make one, and the printer's own dialog. */
function Exits({ versionId, choices, sheet }: ExitsProps) {
  const say = useText();
  const word = async (): Promise<void> => {
    const { ticket, fileName } = await client.print.questionnaireDocx({ versionId, choices });
    if (await receiveFile(ticket, fileName)) notice.set({ text: say('print.saved'), tone: 'neutral' });
  };
  const pdf = async (): Promise<void> => {
    if ((await savePrint(sheet.title)) && desktop !== null) notice.set({ text: say('print.saved'), tone: 'neutral' });
  };
  return (
    <>
      <Button onPress={() => void pdf()}>{say(desktop === null ? 'print.print' : 'print.pdf')}</Button>
      <Button onPress={() => void word()} variant="main">
        {say('print.docx')}
      </Button>
    </>
  );
}
