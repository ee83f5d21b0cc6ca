import type { BatchCheckResult } from '../../../shared/contract/fieldwork-quality.ts';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { IconButton } from '../../ui/icon-button/IconButton.tsx';
import { TextField } from '../../ui/text-field/TextField.tsx';
import styles from './fieldwork.module.css';

/** A rule as it is being typed. */
export interface RuleDraft {
  readonly id: number;
  readonly expression: string;
  readonly message: string;
}

export interface RuleFieldsProps {
  readonly rules: readonly RuleDraft[];
  readonly problems: BatchCheckResult['unreadable'];
  readonly onChange: (rules: readonly RuleDraft[]) => void;
}

/** Rules to try without adding them to the questionnaire: what must hold, and what to say where it does not. */
export function RuleFields({ rules, problems, onChange }: RuleFieldsProps) {
  const say = useText();
  const change = (id: number, part: Partial<RuleDraft>): void =>
    onChange(rules.map((rule) => (rule.id === id ? { ...rule, ...part } : rule)));
  const used = rules.filter((rule) => rule.expression.trim() !== '');
  return (
    <div className={styles.section}>
      {rules.map((rule) => {
        const problem = problems.find((one) => one.rule === used.indexOf(rule));
        return (
          <div className={styles.fields} key={rule.id}>
            <TextField
              error={
                problem === undefined
                  ? undefined
                  : say('fieldwork.checks.unreadable', { version: problem.number, problem: say.any(problem.message, problem.params) })
              }
              help={say('fieldwork.checks.ruleHelp')}
              label={say('fieldwork.checks.rule')}
              onChange={(expression) => change(rule.id, { expression })}
              value={rule.expression}
            />
            <TextField label={say('fieldwork.checks.message')} onChange={(message) => change(rule.id, { message })} value={rule.message} />
            <IconButton
              icon="delete"
              label={say('fieldwork.checks.removeRule')}
              onPress={() => onChange(rules.filter((one) => one.id !== rule.id))}
            />
          </div>
        );
      })}
      <div className={styles.actions}>
        <Button
          icon="add"
          onPress={() => onChange([...rules, { id: Math.max(0, ...rules.map((rule) => rule.id)) + 1, expression: '', message: '' }])}
          size="bar"
        >
          {say('fieldwork.checks.addRule')}
        </Button>
      </div>
    </div>
  );
}
