import { printedKey } from '../../../shared/commands/keys.ts';
import { useState } from 'react';
import type { ProjectId, VariableId } from '../../../shared/model/ids.ts';
import { isCommand } from '../../lib/commands.tsx';
import { platform } from '../../lib/platform.ts';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { ProgressBar } from '../../ui/progress-bar/ProgressBar.tsx';
import { AutoCodePlaces } from './AutoCodePlaces.tsx';
import { RuleFields } from './RuleFields.tsx';
import { ScopeFields } from './ScopeFields.tsx';
import { ThemeField } from './ThemeField.tsx';
import styles from './AutoCodeDialog.module.css';
import { useAutoCode } from './use-auto-code.ts';

/** What the dialog needs. With questions it begins in their answers, without in all texts of the project. */
export interface AutoCodeDialogProps {
  readonly projectId: ProjectId;
  readonly variableId?: VariableId | undefined;
  /** Several questions, as the grid shows them. */
  readonly variableIds?: readonly VariableId[] | undefined;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Codes by words or a pattern: everything that would happen is shown first, and is one step to undo. */
export function AutoCodeDialog(props: AutoCodeDialogProps) {
  return props.isOpen ? <OpenDialog {...props} /> : null;
}

function OpenDialog({ projectId, variableId, variableIds, onClose }: AutoCodeDialogProps) {
  const say = useText();
  // As they were when the dialog was opened.
  const [questions] = useState(variableIds ?? (variableId === undefined ? [] : [variableId]));
  const code = useAutoCode({ projectId, variableIds: questions, onClose });
  const { progress } = code;
  return (
    <Dialog
      actions={
        <>
          <Button onPress={code.cancel}>{say('autocode.cancel')}</Button>
          <Button
            isDisabled={code.count === 0 || code.theme === null || progress !== null}
            kbd={printedKey('Mod+Enter', platform)}
            onPress={() => void code.run()}
            variant="main"
          >
            {say('autocode.run', { n: code.count })}
          </Button>
        </>
      }
      isOpen
      onOpenChange={(isOpen) => (isOpen ? undefined : code.cancel())}
      size="large"
      title={say('autocode.title')}
    >
      <div
        className={styles.body}
        onKeyDown={(event) => {
          if (!isCommand(event.nativeEvent, 'autocode.run')) return;
          event.preventDefault();
          void code.run();
        }}
      >
        <RuleFields code={code} />
        <div className={styles.row}>
          <ThemeField code={code} projectId={projectId} />
          <ScopeFields code={code} questionCount={questions.length} />
        </div>
        {progress === null ? (
          <AutoCodePlaces code={code} />
        ) : (
          <ProgressBar
            label={say('autocode.title')}
            max={progress.of}
            showsText
            text={say('autocode.running', { done: progress.done, of: progress.of })}
            value={progress.done}
          />
        )}
      </div>
    </Dialog>
  );
}
