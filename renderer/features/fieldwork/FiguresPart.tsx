import type { WaveFigures } from '../../../shared/contract/fieldwork-asked.ts';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { useDates } from '../../lib/dates.ts';
import { formatNumber } from '../../lib/format.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { Banner } from '../../ui/banner/Banner.tsx';
import styles from './fieldwork.module.css';
import { RateTable } from './RateTable.tsx';
import { ReleasedPart } from './ReleasedPart.tsx';
import { WaveMarks } from './WaveMarks.tsx';

export interface FiguresPartProps {
  readonly projectId: ProjectId;
  readonly wave: WaveFigures;
  readonly waves: readonly WaveFigures[];
  readonly partialFrom: number;
  readonly completeFrom: number;
  readonly minimumBase: number;
  readonly threshold: number;
  readonly project: string;
}

/** How far the asking came: the way of one wave, and the rates of all of them side by side. */
export function FiguresPart({ projectId, wave, waves, partialFrom, completeFrom, minimumBase, threshold, project }: FiguresPartProps) {
  const say = useText();
  const dates = useDates();
  const took = wave.complete + wave.partial;
  return (
    <div className={styles.sheet}>
      {wave.insufficient === null ? null : (
        <div className={styles.section}>
          <Banner icon="softCheck" title={say('fieldwork.figures.insufficient')} tone="warn">
            {wave.insufficient.note}
          </Banner>
        </div>
      )}
      <section aria-labelledby="funnel" className={styles.section}>
        <h2 className={styles.heading} id="funnel">
          {say('fieldwork.figures.way', { wave: wave.name })}
        </h2>
        <p className={styles.lead}>
          {wave.hasList ? say('fieldwork.figures.withList') : say('fieldwork.figures.withoutList')}{' '}
          {wave.frame === null ? '' : say('fieldwork.figures.ofFrame', { took, frame: dates.counted(wave.frame) })}
        </p>
        <Funnel wave={wave} />
        {wave.insufficient === null && took < minimumBase ? (
          <p className={styles.quiet}>{say('fieldwork.figures.few', { took, base: minimumBase })}</p>
        ) : null}
      </section>
      <section aria-labelledby="rates" className={styles.section}>
        <h2 className={styles.heading} id="rates">
          {say('fieldwork.figures.rates')}
        </h2>
        <RateTable completeFrom={completeFrom} partialFrom={partialFrom} waves={waves} />
        <p className={styles.quiet}>{say('fieldwork.figures.notExportable')}</p>
      </section>
      <ReleasedPart minimumBase={minimumBase} project={project} projectId={projectId} threshold={threshold} wave={wave} />
      <WaveMarks completeFrom={completeFrom} partialFrom={partialFrom} projectId={projectId} wave={wave} />
    </div>
  );
}

function Funnel({ wave }: { readonly wave: WaveFigures }) {
  const say = useText();
  const language = useLanguage();
  const took = wave.complete + wave.partial;
  const steps = [
    ...(wave.frame === null ? [] : [{ id: 'frame' as const, count: wave.frame.count, isAbout: wave.frame.precision !== 'exact' }]),
    ...(wave.hasList
      ? [
          { id: 'asked' as const, count: wave.asked, isAbout: false },
          { id: 'agreed' as const, count: wave.agreed, isAbout: false },
        ]
      : []),
    { id: 'took' as const, count: took, isAbout: false },
    { id: 'complete' as const, count: wave.complete, isAbout: false },
  ];
  const most = Math.max(1, ...steps.map((step) => step.count));
  return (
    <ol className={styles.funnel}>
      {steps.map((step) => {
        const n = formatNumber(step.count, language);
        return (
          <li key={step.id}>
            <span>{say(`fieldwork.figures.step.${step.id}`)}</span>
            <span aria-hidden className={styles.funnelTrack}>
              <span className={styles.funnelFill} style={{ inlineSize: `${(100 * step.count) / most}%` }} />
            </span>
            <span className={styles.funnelCount}>{step.isAbout ? say('dates.about', { n }) : n}</span>
          </li>
        );
      })}
    </ol>
  );
}
