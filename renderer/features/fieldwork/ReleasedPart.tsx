import { useState } from 'react';
import { funnelChart, funnelFigureOf, funnelTable, funnelWords, numberText } from '../../../shared/charts/index.ts';
import type { WaveFigures } from '../../../shared/contract/fieldwork-asked.ts';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { client } from '../../lib/client.ts';
import { useCommand } from '../../lib/commands.tsx';
import { ExportDialog } from '../../lib/dialogs/ExportDialog.tsx';
import { runJob } from '../../lib/run-job.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { PictureAndTable } from '../analysis/index.ts';
import styles from './fieldwork.module.css';

interface ReleasedPartProps {
  readonly projectId: ProjectId;
  readonly project: string;
  readonly wave: WaveFigures;
  readonly threshold: number;
  readonly minimumBase: number;
}

/** What of a wave's figures may leave: the way of those asked as a picture and a table, or how many took part where nobody was listed. */
export function ReleasedPart({ projectId, project, wave, threshold, minimumBase }: ReleasedPartProps) {
  const say = useText();
  const [isExporting, setExporting] = useState(false);
  const { released, waveId, name } = wave;
  const canLeave = released.kind !== 'few';
  useCommand('lists.export', () => setExporting(canLeave), !isExporting);
  return (
    <section aria-labelledby="released" className={styles.section}>
      <div className={styles.actions}>
        <h2 className={styles.heading} id="released">
          {say('fieldwork.released')}
        </h2>
        <span className={styles.barEnd}>
          <Button icon="export" isDisabled={!canLeave} kbd="E" onPress={() => setExporting(true)} size="bar">
            {say('fieldwork.released.export')}
          </Button>
        </span>
      </div>
      {canLeave ? <p className={styles.lead}>{say('fieldwork.released.said', { threshold })}</p> : null}
      {released.kind === 'few' ? <p>{say('fieldwork.released.few', { base: minimumBase })}</p> : null}
      {released.kind === 'participation' ? <Participation complete={released.complete} took={released.took} /> : null}
      {released.kind === 'funnel' ? <Funnel project={project} released={released} wave={name} /> : null}
      {isExporting ? (
        <ExportDialog
          formats={released.kind === 'funnel' ? (['svg', 'png', 'csv'] as const) : (['csv'] as const)}
          note={say('fieldwork.released.note')}
          onClose={() => setExporting(false)}
          run={({ format, language, recipient }, { signal, onProgress }) =>
            runJob(client.fieldwork.exportResponse({ projectId, waveId, format, language, recipient }, { signal }), onProgress)
          }
          title={say('fieldwork.released.exportTitle', { wave: name })}
        >
          <p>{say('fieldwork.released.said', { threshold })}</p>
        </ExportDialog>
      ) : null}
    </section>
  );
}

interface FunnelProps {
  readonly released: Extract<WaveFigures['released'], { kind: 'funnel' }>;
  readonly wave: string;
  readonly project: string;
}

function Funnel({ released, wave, project }: FunnelProps) {
  const say = useText();
  const language = useLanguage();
  const figure = funnelFigureOf(released, wave, { source: project, language, releaseNumber: null }, say);
  const words = funnelWords(figure, say);
  return <PictureAndTable draw={(options) => funnelChart(figure, words, options)} figure={figure} table={funnelTable(figure, words)} />;
}

function Participation({ took, complete }: { readonly took: number | null; readonly complete: number | null }) {
  const say = useText();
  const language = useLanguage();
  const text = (n: number | null): string => (n === null ? ':' : numberText(n, 0, language));
  return (
    <p>
      {say('fieldwork.released.tookOf', { took: text(took), complete: text(complete) })} {say('fieldwork.released.noPicture')}
    </p>
  );
}
