import { useRef, useState } from 'react';
import type { CodebookInspection } from '../../../shared/contract/codebook-exchange.ts';
import { useText } from '../../lib/text.ts';
import type { DataTableHandle } from '../../ui/data-table/DataTable.tsx';
import { SplitPane } from '../../ui/split-pane/SplitPane.tsx';
import { FilePreviewHead } from '../exchange/index.ts';
import { useThemes } from '../themes/index.ts';
import { CodebookNotes } from './CodebookNotes.tsx';
import { ImportBar, type PreviewSide } from './ImportBar.tsx';
import { ImportedThemePane } from './ImportedThemePane.tsx';
import { ImportedThemes } from './ImportedThemes.tsx';
import type { useCodebookImport } from './use-codebook-import.ts';

interface CodebookPreviewProps {
  readonly work: ReturnType<typeof useCodebookImport>;
  readonly inspection: CodebookInspection;
  readonly onChooseAnother: () => void;
}

/** What a file would come to, theme by theme, before anything is written; and what does not come along. */
export function CodebookPreview({ work, inspection, onChooseAnother }: CodebookPreviewProps) {
  const say = useText();
  const { themes } = useThemes();
  const { fileName, problem } = work.state;
  const [side, setSide] = useState<PreviewSide>('themes');
  const [currentKey, setCurrentKey] = useState<string | null>(null);
  const [isOpen, setOpen] = useState(false);
  const table = useRef<DataTableHandle>(null);
  const current = inspection.rows.find(({ key }) => key === currentKey);
  const hasWork = inspection.newCount + inspection.sameCount > 0;
  return (
    <SplitPane
      end={{
        label: say('codebookExchange.import.pane'),
        handleLabel: say('codebookExchange.import.paneWidth'),
        isOpen: isOpen && current !== undefined && side === 'themes',
        defaultSize: 360,
        max: 520,
        children:
          current === undefined ? null : (
            <ImportedThemePane
              key={current.key}
              onChoice={(choice) => work.setChoice(current.key, choice)}
              onClose={() => {
                setOpen(false);
                table.current?.focusRow(current.key);
              }}
              theme={current}
              themes={themes}
            />
          ),
      }}
    >
      <FilePreviewHead
        facts={say('codebookExchange.import.facts', {
          file: fileName,
          format: inspection.format,
          themes: inspection.themeCount,
          levels: inspection.levels,
        })}
        goLabel={say('codebookExchange.import.go')}
        onChooseAnother={onChooseAnother}
        onGo={() => void work.importNow()}
        problem={problem}
        refusal={hasWork ? '' : say('codebookExchange.import.nothing')}
        state={work.state}
        title={say('codebookExchange.import.title')}
      />
      <ImportBar inspection={inspection} onSide={setSide} side={side} work={work} />
      {side === 'notes' ? (
        <CodebookNotes notes={inspection.notes} />
      ) : (
        <ImportedThemes
          currentKey={currentKey}
          handleRef={table}
          inspection={inspection}
          onCurrentKeyChange={setCurrentKey}
          onOpen={() => setOpen(true)}
          themes={themes}
        />
      )}
    </SplitPane>
  );
}
