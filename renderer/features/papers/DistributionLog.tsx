import type { DistributionRow } from '../../../shared/contract/papers.ts';
import { useDates } from '../../lib/dates.ts';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { StatusText } from '../../ui/status-text/StatusText.tsx';
import styles from './papers.module.css';

interface DistributionLogProps {
  readonly rows: readonly DistributionRow[];
  readonly onSent: (id: string) => void;
  readonly onDiscard: (id: string) => void;
}

/** The log as a table; what is only prepared can be said to have gone, or be taken out. */
export function DistributionLog({ rows, onSent, onDiscard }: DistributionLogProps) {
  const say = useText();
  const dates = useDates();
  return (
    <table className={styles.log}>
      <thead>
        <tr>
          <th scope="col">{say('papers.log.what')}</th>
          <th scope="col">{say('papers.log.to')}</th>
          <th scope="col">{say('papers.log.on')}</th>
          <th scope="col">{say('papers.log.state')}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>
              {whatOf(row, say)} <span className={styles.about}>{detailsOf(row, say)}</span>
            </td>
            <td>{row.recipient}</td>
            <td>{dates.day(row.on)}</td>
            <td>
              <State row={row} />
            </td>
            <td>
              {row.status === 'sent' ? null : (
                <div className={styles.deeds}>
                  <Button aria-label={`${say('papers.log.markOne')}: ${nameOf(row, say)}`} onPress={() => onSent(row.id)} size="bar">
                    {say('papers.log.markOne')}
                  </Button>
                  <Button
                    aria-label={`${say('papers.log.discard')}: ${nameOf(row, say)}`}
                    onPress={() => onDiscard(row.id)}
                    size="bar"
                    variant="quiet"
                  >
                    {say('papers.log.discard')}
                  </Button>
                </div>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function State({ row }: { readonly row: DistributionRow }) {
  const say = useText();
  if (row.isChangedSince === true) {
    return (
      <StatusText icon="changedNumbers" tone="warn">
        {say('papers.log.changed', { state: row.status })}
      </StatusText>
    );
  }
  return (
    <StatusText icon={row.status === 'sent' ? 'saved' : 'waiting'} tone={row.status === 'sent' ? 'good' : 'neutral'}>
      {say(`papers.log.${row.status}`)}
    </StatusText>
  );
}

type Say = ReturnType<typeof useText>;

function whatOf({ what, format }: DistributionRow, say: Say): string {
  return say(format?.startsWith('welcome-next/') === true ? 'papers.send.what.welcome-next' : `papers.send.what.${what}`);
}

function nameOf(row: DistributionRow, say: Say): string {
  return say('papers.log.actions', { what: whatOf(row, say), recipient: row.recipient });
}

/** "versjon 2 · svenska · brev" */
function detailsOf({ sheetVersion, language, format }: DistributionRow, say: Say): string {
  const parts = [
    sheetVersion === null ? '' : say('papers.log.version', { n: sheetVersion }),
    language === null ? '' : say(`projects.language.${language}`),
    format?.startsWith('letter/') === true ? say('papers.file.letter') : '',
  ];
  return parts.filter((part) => part !== '').join(' · ');
}
