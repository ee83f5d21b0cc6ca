import { Link } from '@tanstack/react-router';
import type { RefObject } from 'react';
import type { FindingRow } from '../../../shared/contract/findings.ts';
import { client } from '../../lib/client.ts';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { IconButton } from '../../ui/icon-button/IconButton.tsx';
import { ThemeChip } from '../../ui/theme-chip/ThemeChip.tsx';
import { EvidencePicker } from './EvidencePicker.tsx';
import styles from './FindingsScreen.module.css';
import { markOf } from './mark-of.ts';

export interface FindingEvidenceProps {
  readonly finding: FindingRow;
  readonly day: string;
  readonly inputRef: RefObject<HTMLInputElement | null>;
}

/** What a finding rests on, piece by piece, its themes, and the way to add more. */
export function FindingEvidence({ finding, day, inputRef }: FindingEvidenceProps) {
  const say = useText();
  const save = useSave();
  const remove = (evidenceId: string): void => void save(() => client.findings.removeEvidence({ evidenceId, today: day }));
  const themes = finding.restsOn.filter(({ kind }) => kind === 'theme');
  const pieces = finding.restsOn.filter(({ kind }) => kind !== 'theme');
  return (
    <section className={styles.fields}>
      <h3>{say('findings.restsOn')}</h3>
      {finding.withdrawnTexts === 0 ? null : <p className={styles.note}>{say('findings.withdrawn', { n: finding.withdrawnTexts })}</p>}
      {finding.restsOn.length === 0 ? <p className={styles.note}>{say('findings.evidence.none')}</p> : null}
      {themes.length === 0 ? null : (
        <ul aria-label={say('findings.themes')} className={styles.themes}>
          {themes.map((item) => (
            <li key={item.id}>
              <ThemeChip
                mark={markOf(finding.themes.find((theme) => theme.name === item.words)?.color ?? null)}
                name={item.words}
                onRemove={() => remove(item.id)}
                removeLabel={say('findings.removeEvidence', { what: item.words })}
              />
            </li>
          ))}
        </ul>
      )}
      <ul className={styles.evidence}>
        {pieces.map((item) => {
          const words = item.words === '' ? (item.note ?? '') : item.words;
          return (
            <li key={item.id}>
              <span className={styles.piece}>
                <span className={styles.note}>{say(`findings.kind.${item.kind}`)}</span>
                {item.exhibitId === undefined ? (
                  <span className={item.kind === 'text' || item.kind === 'quote' ? styles.wording : undefined} lang={finding.language}>
                    {words}
                  </span>
                ) : (
                  <Link params={{ project: finding.projectId, exhibit: item.exhibitId }} to="/projects/$project/exhibits/$exhibit">
                    {words}
                  </Link>
                )}
                {item.words === '' || item.note === null ? null : <span className={styles.note}>{item.note}</span>}
              </span>
              <IconButton
                icon="close"
                label={say('findings.removeEvidence', { what: words.slice(0, 60) })}
                onPress={() => remove(item.id)}
                size="small"
              />
            </li>
          );
        })}
      </ul>
      <EvidencePicker day={day} finding={finding} inputRef={inputRef} key={finding.id} />
    </section>
  );
}
