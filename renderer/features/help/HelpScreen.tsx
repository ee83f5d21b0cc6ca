import { commandContexts, commands, type CommandContext } from '../../../shared/commands/registry.ts';
import { printedKey } from '../../../shared/commands/keys.ts';
import { platform } from '../../lib/platform.ts';
import { useText } from '../../lib/text.ts';
import { Keycap } from '../../ui/keycap/Keycap.tsx';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import styles from '../workspace/workspace.module.css';

/** Every key, by place, from the one table that also makes them work. */
export function HelpScreen() {
  const say = useText();
  return (
    <div className={styles.page}>
      <PageHeader facts={say('help.lead')} title={say('help.title')} />
      {commandContexts.map((context) => (
        <KeyTable context={context} key={context} />
      ))}
    </div>
  );
}

function KeyTable({ context }: { readonly context: CommandContext }) {
  const say = useText();
  const rows = commands.filter((command) => command.context === context && command.keys.length > 0);
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby={`keys-${context}`}>
      <h2 className={styles.context} id={`keys-${context}`}>
        {say(`help.context.${context}`)}
      </h2>
      <table className={styles.wide}>
        <thead>
          <tr>
            <th scope="col">{say('help.does')}</th>
            <th scope="col">{say('help.key')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((command) => (
            <tr key={command.id}>
              <th scope="row">{say.any(command.message)}</th>
              <td>
                <span className={styles.keys}>
                  {command.keys.map((key) => (
                    <Keycap key={key} keys={printedKey(key, platform)} />
                  ))}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
