import { useRef, useState } from 'react';
import type { ScaleSummary } from '../../../../shared/contract/questionnaires.ts';
import { ScaleDirection, type OptionSpec } from '../../../../shared/model/questionnaire-spec.ts';
import type { ProjectId } from '../../../../shared/model/ids.ts';
import type { Language } from '../../../../shared/model/text.ts';
import { client } from '../../../lib/client.ts';
import { useOneAtATime } from '../../../lib/dialogs/use-one-at-a-time.ts';
import { spoken } from '../../../lib/errors.ts';
import { useText } from '../../../lib/text.ts';
import { useSave } from '../../../lib/use-save.ts';
import { Button } from '../../../ui/button/Button.tsx';
import { Dialog } from '../../../ui/dialog/Dialog.tsx';
import { Select } from '../../../ui/select/Select.tsx';
import { TextField } from '../../../ui/text-field/TextField.tsx';
import { areCounted, optionSpecs, renumbered, withLabel, withPasted } from '../design/edit-options.ts';
import { pasteOptions } from '../design/paste-options.ts';
import { ScaleSteps } from './ScaleSteps.tsx';
import styles from './ScaleDialog.module.css';

export interface ScaleDialogProps {
  readonly projectId: ProjectId;
  readonly languages: readonly Language[];
  /** The scale to change, or null for a new one. */
  readonly scale: ScaleSummary | null;
  readonly suggestedName: string;
  /** The steps that a new scale begins with. */
  readonly startsWith: readonly OptionSpec[];
  /** With the scale's id when it was kept. */
  readonly onClose: (scaleId: string | null) => void;
}

const none = 'none';

/** A reusable set of answers: its name, its welcome end, its middle, and its steps in every language. */
export function ScaleDialog({ projectId, languages, scale, suggestedName, startsWith, onClose }: ScaleDialogProps) {
  const say = useText();
  const save = useSave();
  const [name, setName] = useState(scale?.name ?? suggestedName);
  const [direction, setDirection] = useState<ScaleDirection>(scale?.direction ?? 'rising');
  const [neutral, setNeutral] = useState<number | null>(scale?.neutralCode ?? null);
  const [options, setOptions] = useState<readonly OptionSpec[]>(scale?.options ?? startsWith);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const isUsed = scale?.isFrozen === true;
  const form = useRef<HTMLDivElement>(null);

  const keep = useOneAtATime(async () => {
    if (name.trim() === '') return setProblem(say('questionnaires.designer.scaleNeedsName'));
    if (options.length < 2) return setProblem(say('questionnaires.designer.scaleNeedsSteps'));
    const kept = await save(async () => {
      try {
        const isKnown = options.some((option) => option.code === neutral);
        return await client.questionnaires.saveScale({
          projectId,
          // Answers were given on it: a change makes a new one.
          scaleId: isUsed ? null : (scale?.id ?? null),
          name,
          direction,
          neutralCode: isKnown ? neutral : null,
          options: [...options],
        });
      } catch (error) {
        const said = spoken(error);
        setProblem(say.any(said.message, said.params));
        throw error;
      }
    });
    if (kept !== undefined) onClose(kept.scaleId);
  });

  /** Enter in the name: on to the first step, or, where the steps are written, the button that is waiting for it. */
  function goOn(): void {
    if (options.length > 1) void keep();
    else form.current?.querySelector('textarea')?.focus();
  }

  return (
    <Dialog
      actions={
        <>
          <Button onPress={() => onClose(null)}>{say('app.cancel')}</Button>
          <Button onPress={() => void keep()} variant="main">
            {say(scale === null || isUsed ? 'questionnaires.designer.makeScale' : 'questionnaires.designer.keepScale')}
          </Button>
        </>
      }
      isOpen
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose(null))}
      size="large"
      title={say(scale === null ? 'questionnaires.designer.scaleNewTitle' : 'questionnaires.designer.scaleChangeTitle')}
    >
      <div
        className={styles.form}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          void keep();
        }}
        ref={form}
      >
        {isUsed ? <p className={styles.note}>{say('questionnaires.designer.scaleInUse')}</p> : null}
        <TextField
          autoFocus
          error={problem}
          label={say('questionnaires.designer.scaleName')}
          maxLength={200}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return event.continuePropagation();
            // The step it goes on to would take the same key for a new line.
            event.preventDefault();
            goOn();
          }}
          onChange={(next) => {
            setName(next);
            setProblem(undefined);
          }}
          value={name}
        />
        <div className={styles.pair}>
          <Select
            label={say('questionnaires.designer.scaleDirection')}
            onChange={setDirection}
            options={ScaleDirection.options.map((id) => ({ id, label: say(`questionnaires.direction.${id}`) }))}
            value={direction}
          />
          <Select
            label={say('questionnaires.designer.scaleNeutral')}
            onChange={(id) => setNeutral(id === none ? null : Number(id))}
            options={[
              { id: none, label: say('questionnaires.designer.scaleNoNeutral') },
              ...options.map((option) => ({
                id: String(option.code),
                label: `${option.code} ${option.label[languages[0] ?? 'nb'] ?? ''}`,
              })),
            ]}
            value={neutral === null || !options.some((option) => option.code === neutral) ? none : String(neutral)}
          />
        </div>
        <ScaleSteps
          languages={languages}
          onEnd={() => void keep()}
          onPaste={(index, language, text) => {
            const lines = pasteOptions(text);
            if (lines.length < 2) return false;
            setOptions(optionSpecs(withPasted(options, index, language, lines, language !== languages[0] && options.length > 0)));
            return true;
          }}
          onRemove={(index) => {
            const left = options.toSpliced(index, 1);
            // Nobody has asked it yet, so that no code means anything.
            setOptions(scale === null && areCounted(options) ? optionSpecs(renumbered(left)) : left);
          }}
          onWrite={(index, language, words) => setOptions(optionSpecs(withLabel(options, index, language, words)))}
          options={options}
        />
      </div>
    </Dialog>
  );
}
