import { useRef, useState } from 'react';
import type { BatchCheckResult } from '../../../shared/contract/fieldwork-quality.ts';
import { client } from '../../lib/client.ts';
import { spoken } from '../../lib/errors.ts';
import { formatNumber } from '../../lib/format.ts';
import { useContent, useLanguage, useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Checkbox } from '../../ui/checkbox/Checkbox.tsx';
import { ErrorState } from '../../ui/error-state/ErrorState.tsx';
import { ProgressBar } from '../../ui/progress-bar/ProgressBar.tsx';
import styles from './fieldwork.module.css';
import type { QualityScope } from './quality-scope.ts';
import { RuleFields, type RuleDraft } from './RuleFields.tsx';
import { ViolationList } from './ViolationList.tsx';

type Stage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'running'; readonly done: number; readonly of: number }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'done'; readonly result: BatchCheckResult };

/** Runs every check over every interview, also rules that are only tried here, and asks for reasons where somebody wants that. */
export function BatchChecks({ scope }: { readonly scope: QualityScope }) {
  const say = useText();
  const language = useLanguage();
  const save = useSave();
  const content = useContent();
  const [stage, setStage] = useState<Stage>({ kind: 'ready' });
  const [rules, setRules] = useState<readonly RuleDraft[]>([]);
  const [showsValues, setShowsValues] = useState(false);
  const abort = useRef<AbortController | null>(null);

  async function run(): Promise<void> {
    const controller = new AbortController();
    abort.current = controller;
    setStage({ kind: 'running', done: 0, of: 0 });
    try {
      const given = rules.filter((rule) => rule.expression.trim() !== '').map(({ expression, message }) => ({ expression, message }));
      const steps = await client.fieldwork.batchCheck({ ...scope, rules: given, showsValues }, { signal: controller.signal });
      for (;;) {
        const step = await steps.next();
        if (step.done === true) {
          setStage({ kind: 'done', result: step.value });
          return;
        }
        setStage({ kind: 'running', ...step.value });
      }
    } catch (error) {
      const said = spoken(error);
      if (controller.signal.aborted || said.code === 'CANCELLED') setStage({ kind: 'ready' });
      else setStage({ kind: 'failed', message: say.any(said.message, said.params) });
    }
  }

  async function mark(result: BatchCheckResult): Promise<void> {
    const answers = result.violations
      .filter((one) => one.kind === 'soft' && !one.isKnown)
      .map(({ interviewId, questionId, instance, message, isTried }) => ({
        interviewId,
        questionId,
        instance,
        message: isTried ? content(message) : '',
      }));
    if (answers.length === 0) return;
    const done = await save(() => client.fieldwork.askToConfirm({ projectId: scope.projectId, answers }));
    if (done !== undefined) await run();
  }

  return (
    <div className={styles.sheet}>
      <p className={styles.lead}>{say('fieldwork.checks.lead')}</p>
      <RuleFields onChange={setRules} problems={stage.kind === 'done' ? stage.result.unreadable : []} rules={rules} />
      <Checkbox help={say('fieldwork.checks.showValuesHelp')} isSelected={showsValues} onChange={setShowsValues}>
        {say('fieldwork.checks.showValues')}
      </Checkbox>
      <div className={styles.actions}>
        {stage.kind === 'running' ? (
          <>
            <ProgressBar
              label={say('fieldwork.checks.running')}
              max={stage.of}
              showsText
              text={say('fieldwork.checks.progress', { done: formatNumber(stage.done, language), of: formatNumber(stage.of, language) })}
              value={stage.done}
            />
            <Button onPress={() => abort.current?.abort()}>{say('app.cancel')}</Button>
          </>
        ) : (
          <Button onPress={() => void run()} variant="main">
            {say('fieldwork.checks.run')}
          </Button>
        )}
      </div>
      {stage.kind === 'failed' ? <ErrorState what={stage.message} /> : null}
      {stage.kind === 'done' ? (
        <ViolationList onMark={() => void mark(stage.result)} projectId={scope.projectId} result={stage.result} />
      ) : null}
    </div>
  );
}
