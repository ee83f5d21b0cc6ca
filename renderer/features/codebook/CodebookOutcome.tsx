import { Link } from '@tanstack/react-router';
import { printedKey } from '../../../shared/commands/keys.ts';
import { platform } from '../../lib/platform.ts';
import { lastDeed } from '../../lib/status.ts';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Keycap } from '../../ui/keycap/Keycap.tsx';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import { useHeadingFocus } from '../exchange/index.ts';
import styles from './exchange.module.css';
import type { CodebookResult } from './use-codebook-import.ts';

/** What an import came to, where to go on, and how to take it back. */
export function CodebookOutcome({ result, onAgain }: { readonly result: CodebookResult; readonly onAgain: () => void }) {
  const say = useText();
  const title = useHeadingFocus();
  const last = lastDeed.use();
  const again = <Button onPress={onAgain}>{say('codebookExchange.done.again')}</Button>;
  if (last?.verb === 'undone' && last.deed.labelId === 'codebookExchange.import.undo') {
    return (
      <PageHeader
        actions={again}
        facts={say('codebookExchange.done.undoneFacts')}
        title={say('codebookExchange.done.undone')}
        titleRef={title}
      />
    );
  }
  const { newCount, changedCount, unchangedCount, skippedCount } = result;
  return (
    <>
      <PageHeader
        actions={again}
        facts={say('codebookExchange.done.facts', {
          made: newCount,
          changed: changedCount,
          unchanged: unchangedCount,
          skipped: skippedCount,
        })}
        title={say('codebookExchange.done')}
        titleRef={title}
      />
      <div className={styles.waiting}>
        <Link to="/themes">{say('codebookExchange.import.back')}</Link>
        {newCount + changedCount === 0 ? null : (
          <p className={styles.quiet}>
            {say('codebookExchange.done.undo')} <Keycap isSilent keys={printedKey('Mod+Z', platform)} />
          </p>
        )}
      </div>
    </>
  );
}
