import { useRef, useState } from 'react';
import { useProjectId } from '../../lib/route.ts';
import { useText } from '../../lib/text.ts';
import { FileDrop } from '../exchange/index.ts';
import { DocumentImport } from './documents/DocumentImport.tsx';
import { TextList } from './documents/TextList.tsx';
import { useDocumentImport } from './documents/use-document-import.ts';

/** Everything longer than an answer: documents, notes of interviews, minutes. Files are imported here, and notes begun. */
export function TextsScreen() {
  const say = useText();
  const projectId = useProjectId();
  const input = useRef<HTMLInputElement>(null);
  const [cameBack, setCameBack] = useState(0);
  const incoming = useDocumentImport(projectId);
  const choose = (): void => input.current?.click();
  const close = (): void => {
    incoming.clear();
    setCameBack((old) => old + 1);
  };
  return (
    <FileDrop
      accept=".txt,.text,.md,.docx,.odt,.vtt,.srt"
      chooseLabel={say('documents.import.choose')}
      dropText={say('documents.import.drop')}
      input={input}
      isEnabled={!incoming.isImporting}
      onFiles={(files) => void incoming.add(files)}
    >
      {incoming.files.length === 0 ? (
        <TextList key={cameBack} onImport={choose} projectId={projectId} />
      ) : (
        <DocumentImport incoming={incoming} onChoose={choose} onClose={close} projectId={projectId} />
      )}
    </FileDrop>
  );
}
