import { spoken } from '../../lib/errors.ts';
import { useText } from '../../lib/text.ts';
import { Checkbox } from '../../ui/checkbox/Checkbox.tsx';
import { SegmentedControl } from '../../ui/segmented-control/SegmentedControl.tsx';
import { TextArea } from '../../ui/text-area/TextArea.tsx';
import { TextField } from '../../ui/text-field/TextField.tsx';
import styles from './AutoCodeDialog.module.css';
import type { AutoCode } from './use-auto-code.ts';

/** What is looked for: words, or a pattern. */
export function RuleFields({ code: { rule, setRule, error } }: { readonly code: AutoCode }) {
  const say = useText();
  const said = error === null ? null : spoken(error);
  const problem = said === null ? undefined : say.any(said.message, said.params);
  return (
    <div className={styles.rule}>
      <SegmentedControl
        label={say('autocode.how')}
        onChange={(kind) => setRule({ ...rule, kind })}
        segments={[
          { id: 'words', label: say('autocode.words') },
          { id: 'pattern', label: say('autocode.pattern') },
        ]}
        value={rule.kind}
      />
      {rule.kind === 'words' ? (
        <>
          <TextArea
            autoFocus
            error={problem}
            help={say('autocode.variantsHelp')}
            label={say('autocode.variants')}
            onChange={(words) => setRule({ ...rule, words })}
            rows={2}
            value={rule.words}
          />
          <Checkbox isSelected={rule.hasForms} onChange={(hasForms) => setRule({ ...rule, hasForms })}>
            {say('autocode.forms')}
          </Checkbox>
        </>
      ) : (
        <>
          <TextField
            autoFocus
            error={problem}
            help={say('autocode.patternHelp')}
            label={say('autocode.patternLabel')}
            onChange={(pattern) => setRule({ ...rule, pattern })}
            value={rule.pattern}
          />
          <Checkbox isSelected={rule.isCaseSensitive} onChange={(isCaseSensitive) => setRule({ ...rule, isCaseSensitive })}>
            {say('autocode.case')}
          </Checkbox>
        </>
      )}
    </div>
  );
}
