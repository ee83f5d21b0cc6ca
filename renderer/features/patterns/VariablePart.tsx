import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { exhibitWords } from '../../../shared/charts/index.ts';
import type { AnalysisVariable, ExhibitDefinition, ExhibitView } from '../../../shared/contract/analysis.ts';
import { VariableId } from '../../../shared/model/ids.ts';
import { useCommand } from '../../lib/commands.tsx';
import { orpc } from '../../lib/client.ts';
import { notice } from '../../lib/status.ts';
import { useContent, useLanguage, useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { EmptyState } from '../../ui/empty-state/EmptyState.tsx';
import { SegmentedControl } from '../../ui/segmented-control/SegmentedControl.tsx';
import { Select, type SelectOption } from '../../ui/select/Select.tsx';
import { canBeColumns, ExhibitNotes, ExhibitTable, ExportDialog, hasFigures, InsidePart, shortLabel, TooSmall } from '../analysis/index.ts';
import { MentionsTable } from './MentionsTable.tsx';
import type { PartProps } from './part-props.ts';
import { PatternLoaded } from './PatternLoaded.tsx';
import styles from './patterns.module.css';
import { ScopeControl } from './ScopeControl.tsx';

const nothing = 'none';

function columnsOf(columns: string | undefined): Pick<ExhibitDefinition, 'columns'> {
  if (columns === 'wave' || columns === 'place' || columns === 'service') return { columns };
  const variableId = VariableId.safeParse(columns).data;
  return variableId === undefined ? {} : { columns: variableId };
}

/** Themes by the answers to a closed question: the table of analysis, and who mentions what how often. */
export function VariablePart({ projectId, themes, view }: PartProps) {
  const say = useText();
  const language = useLanguage();
  const [isExporting, setExporting] = useState(false);
  const definition: ExhibitDefinition = {
    kind: 'themes',
    rows: 'themes',
    ...columnsOf(view.columns),
    language,
    percent: 'column',
    ...(view.scope === 'own' ? { themes: 'own' } : {}),
    ...(view.columns === 'place' ? { places: 'rolled-up' } : {}),
  };
  const input = { projectId, definition };
  const exhibit = useQuery({ ...orpc.analysis.exhibit.queryOptions({ input }), placeholderData: keepPreviousData });
  const inside = useQuery({
    ...orpc.analysis.insideView.queryOptions({ input }),
    placeholderData: keepPreviousData,
    enabled: view.isInside,
  });
  const data = exhibit.data;
  const canLeave = data !== undefined && !view.isInside && data.gate.state !== 'stopped' && hasFigures(data);
  const startExport = (): void => {
    if (canLeave) setExporting(true);
    else notice.set({ text: say('patterns.export.refused'), tone: 'bad' });
  };
  useCommand('patterns.export', startExport, view.view === 'variable');
  useCommand('patterns.inside', () => view.change({ mode: view.isInside ? undefined : 'inside' }), view.view === 'variable');
  return (
    <div className={styles.part}>
      <div className={styles.bar}>
        <ColumnChoice projectId={projectId} value={view.columns} onChoose={(cols) => view.change({ cols })} />
        <ScopeControl view={view} />
        <SegmentedControl
          label={say('patterns.variable.shows')}
          onChange={(id) => view.change({ mode: id === 'inside' ? 'inside' : undefined })}
          segments={[
            { id: 'released', label: say('patterns.variable.released') },
            { id: 'inside', label: say('patterns.variable.inside') },
          ]}
          value={view.isInside ? 'inside' : 'released'}
        />
        <span className={styles.room} />
        <Button icon="export" isDisabled={!canLeave} kbd="E" onPress={startExport} size="bar">
          {say('patterns.export')}
        </Button>
      </div>
      <PatternLoaded query={exhibit}>
        {(loaded) =>
          loaded.released.rows.length === 0 ? (
            <EmptyState how={say('patterns.noneHow')} what={say('patterns.none')} />
          ) : (
            <>
              <p className={styles.sentence}>
                {say('patterns.variable.said')} <GateWords gate={loaded.gate} />
              </p>
              {view.isInside ? (
                <div className={styles.inside}>
                  <PatternLoaded query={inside}>
                    {(open) => (
                      <InsidePart
                        inside={open}
                        isBattery={false}
                        isBelow
                        subtitle={loaded.released.subtitle}
                        title={loaded.released.title}
                      />
                    )}
                  </PatternLoaded>
                </div>
              ) : (
                <Released view={loaded} />
              )}
              <MentionsTable hasCounts={view.isInside} projectId={projectId} scope={view.scope} themes={themes} />
            </>
          )
        }
      </PatternLoaded>
      {isExporting && data !== undefined ? (
        <ExportDialog exhibits={[{ definition, view: data }]} onClose={() => setExporting(false)} projectId={projectId} />
      ) : null}
    </div>
  );
}

function Released({ view }: { readonly view: ExhibitView }) {
  const say = useText();
  const { released } = view;
  if (!hasFigures(view)) return <TooSmall exhibit={released} />;
  return (
    <section>
      <ExhibitTable
        exhibit={released}
        options={{ measure: 'percent', hasIntervals: true }}
        subtitle={released.subtitle}
        title={released.title}
      />
      <ExhibitNotes exhibit={released} hasChart={false} words={exhibitWords(released, say)} />
    </section>
  );
}

function GateWords({ gate }: { readonly gate: ExhibitView['gate'] }) {
  const say = useText();
  const number = gate.release?.number ?? 0;
  const words = {
    'can-be-released': say('patterns.variable.canLeave'),
    stopped: say('patterns.variable.stopped'),
    released: say('patterns.variable.isReleased', { number }),
    outdated: say('patterns.variable.outdated', { number }),
  };
  return <strong>{words[gate.state]}</strong>;
}

interface ColumnChoiceProps extends Pick<PartProps, 'projectId'> {
  readonly value: string | undefined;
  readonly onChoose: (columns: string | undefined) => void;
}

function ColumnChoice({ projectId, value, onChoose }: ColumnChoiceProps) {
  const say = useText();
  const content = useContent();
  const { data } = useQuery(orpc.analysis.variables.queryOptions({ input: { projectId } }));
  const groups = data?.groups ?? [];
  const nameOf = (variable: AnalysisVariable): string =>
    variable.kind === 'wave' || variable.kind === 'place' ? say(`patterns.variable.${variable.kind}`) : shortLabel(content(variable.label));
  const options: SelectOption[] = [
    { id: nothing, label: say('patterns.variable.none') },
    ...groups
      .flatMap(({ variables }) => variables)
      .filter(canBeColumns)
      .map((variable) => ({ id: variable.id, label: nameOf(variable) })),
    { id: 'service', label: say('patterns.variable.service') },
  ];
  return (
    <Select
      label={say('patterns.variable.columns')}
      look="chip"
      onChange={(id) => onChoose(id === nothing ? undefined : id)}
      options={options}
      value={value ?? nothing}
    />
  );
}
