import { useRef, useState } from 'react';
import type { CodebookInspection } from '../../../shared/contract/codebook-exchange.ts';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import type { DataTableHandle } from '../../ui/data-table/DataTable.tsx';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import { SplitPane } from '../../ui/split-pane/SplitPane.tsx';
import { WorkLine } from '../../ui/work-line/WorkLine.tsx';
import { useHeadingFocus } from '../exchange/index.ts';
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
  const title = useHeadingFocus();
  const { themes } = useThemes();
  const { fileName, busy, problem } = work.state;
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
      <PageHeader
        actions={
          <>
            <Button onPress={onChooseAnother}>{say('codebookExchange.import.another')}</Button>
            <Button
              isDisabled={!hasWork || busy !== null}
              onPress={() => void work.importNow()}
              reason={hasWork ? '' : say('codebookExchange.import.nothing')}
              variant="main"
            >
              {say('codebookExchange.import.go')}
            </Button>
          </>
        }
        facts={say('codebookExchange.import.facts', {
          file: fileName,
          format: inspection.format,
          themes: inspection.themeCount,
          levels: inspection.levels,
        })}
        title={say('codebookExchange.import.title')}
        titleRef={title}
      />
      <WorkLine
        failure={problem === null ? null : say.any(problem.message, problem.params)}
        status={busy === null || busy === 'reading' ? '' : say(`codebookExchange.import.${busy}`, { file: fileName })}
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
