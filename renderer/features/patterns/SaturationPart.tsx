import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useId, useRef, useState } from 'react';
import { accumulationChart, type AccumulationFigure } from '../../../shared/charts/index.ts';
import type { SaturationView } from '../../../shared/contract/patterns.ts';
import { chartPaletteOf } from '../../charts/chart-theme.ts';
import { SvgView } from '../../charts/SvgView.tsx';
import { useCommand } from '../../lib/commands.tsx';
import { orpc } from '../../lib/client.ts';
import { useLanguage, useText, type Say } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { EmptyState } from '../../ui/empty-state/EmptyState.tsx';
import { usePageTheme, useWidth } from '../analysis/index.ts';
import type { PartProps } from './part-props.ts';
import { PatternExport } from './PatternExport.tsx';
import { PatternLoaded } from './PatternLoaded.tsx';
import styles from './patterns.module.css';
import { SaturationTable } from './SaturationTable.tsx';
import { ScopeControl } from './ScopeControl.tsx';

const widest = 820;

/** What the figures say; each sentence says that it holds in this sample and this codebook. */
function sentences(view: SaturationView, say: Say): string[] {
  const { runs } = view;
  return [
    say('patterns.saturation.here', { cases: view.cases.length, themes: view.themes }),
    runs === null
      ? say('patterns.saturation.tooFew', { needed: view.baseSize + view.runLength })
      : say('patterns.saturation.reached', {
          isReached: runs.reachedFive === null ? 'no' : 'yes',
          after: runs.reachedFive ?? 0,
          run: view.runLength,
          base: view.baseSize,
        }),
    ...(runs?.reachedNone == null ? [] : [say('patterns.saturation.none', { after: runs.reachedNone, run: view.runLength })]),
    ...(view.unseen === null ? [] : [say('patterns.saturation.unseen', { count: Math.round(view.unseen) })]),
  ];
}

/** Whether the last interviews still brought new themes. */
export function SaturationPart({ projectId, view }: PartProps) {
  const say = useText();
  const [isExporting, setExporting] = useState(false);
  const query = useQuery({
    ...orpc.patterns.saturation.queryOptions({ input: { projectId, scope: view.scope } }),
    placeholderData: keepPreviousData,
  });
  const mayLeave = query.data?.mayLeave ?? false;
  useCommand('patterns.export', () => setExporting(mayLeave), view.view === 'saturation');
  return (
    <div className={styles.part}>
      <div className={styles.bar}>
        <ScopeControl view={view} />
        <span className={styles.room} />
        <Button icon="export" isDisabled={!mayLeave} kbd="E" onPress={() => setExporting(true)} size="bar">
          {say('patterns.export')}
        </Button>
      </div>
      <PatternLoaded query={query}>
        {(found) =>
          found.cases.length === 0 ? (
            <EmptyState how={say('patterns.noneHow')} what={say('patterns.saturation.empty')} />
          ) : (
            <>
              <ul className={styles.sentences}>
                {sentences(found, say).map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
                {found.notCoded === 0 ? null : <li>{say('patterns.saturation.notCoded', { count: found.notCoded })}</li>}
              </ul>
              <Curve found={found} />
              <SaturationTable found={found} />
            </>
          )
        }
      </PatternLoaded>
      {isExporting && query.data !== undefined ? (
        <PatternExport
          file={{ view: 'saturation', scope: view.scope }}
          hasPicture
          onClose={() => setExporting(false)}
          projectId={projectId}
          threshold={query.data.threshold}
        />
      ) : null}
    </div>
  );
}

function Curve({ found }: { readonly found: SaturationView }) {
  const say = useText();
  const language = useLanguage();
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const width = Math.min(useWidth(frame), widest);
  const palette = chartPaletteOf(usePageTheme());
  const figure: AccumulationFigure = {
    title: say('patterns.file.saturation'),
    description: sentences(found, say).join(' '),
    language,
    curve: found.curve,
    from: 0,
    newByCase: found.cases.map(({ newThemes }) => newThemes),
    likely: found.unseen === null ? null : found.themes + found.unseen,
    words: {
      casesAxis: say('patterns.saturation.casesAxis'),
      themesAxis: say('patterns.saturation.themesAxis'),
      curve: say('patterns.saturation.curve'),
      newThemes: say('patterns.saturation.newThemes'),
      likely: say('patterns.saturation.likely'),
    },
    notes: [],
  };
  return (
    <div className={styles.chart} ref={frame}>
      {width === 0 ? null : <SvgView node={accumulationChart(figure, { palette, width, frame: 'screen', idPrefix: id })} />}
    </div>
  );
}
