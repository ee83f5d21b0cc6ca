import { useState } from 'react';
import { DataTable } from '../../../renderer/ui/data-table/DataTable.tsx';
import type { DataSort } from '../../../renderer/ui/data-table/columns.ts';
import { PageHeader } from '../../../renderer/ui/page-header/PageHeader.tsx';
import { SplitPane } from '../../../renderer/ui/split-pane/SplitPane.tsx';
import { branchMark } from '../../../renderer/ui/theme-mark/branch-mark.ts';
import { ThemeChip } from '../../../renderer/ui/theme-chip/ThemeChip.tsx';
import { ThemeTreeRow } from '../../../renderer/ui/tree/ThemeTreeRow.tsx';
import { Tree } from '../../../renderer/ui/tree/Tree.tsx';
import styles from './gallery.module.css';

interface Answer {
  readonly id: string;
  readonly text: string;
  readonly service: string;
  readonly age: string;
  readonly say: number;
  readonly themes: readonly { readonly name: string; readonly branch: number; readonly state?: 'suggested' | 'inferred' }[];
}

const answers: readonly Answer[] = [
  {
    id: 'R009',
    text: 'Å bli møtt som et menneske og ikke en diagnose. Det skjedde på treffstedet, ikke på kontoret.',
    service: 'Botjenesten',
    age: '30–49',
    say: 3,
    themes: [
      { name: 'Å bli møtt med respekt', branch: 1 },
      { name: 'Møteplasser', branch: 4 },
    ],
  },
  {
    id: 'R010',
    text: 'Jeg fikk høre etterpå hva de hadde bestemt. Det var pent sagt, men jeg var jo ikke med.',
    service: 'Rustjenesten',
    age: '18–29',
    say: 1,
    themes: [
      { name: 'Om hva som er bestemt', branch: 0 },
      { name: 'I egen sak', branch: 3 },
    ],
  },
  {
    id: 'R011',
    text: 'Fast kontakt. Den samme.',
    service: 'Botjenesten',
    age: '50–66',
    say: 4,
    themes: [{ name: 'Sammenheng mellom tjenester', branch: 8 }],
  },
  {
    id: 'R012',
    text: 'At det finnes et sted å gå på kveldene og i helgene, for det er da det er stille.',
    service: 'Rustjenesten',
    age: '50–66',
    say: 3,
    themes: [
      { name: 'Etter kontortid', branch: 5, state: 'inferred' },
      { name: 'Møteplasser', branch: 4 },
    ],
  },
  {
    id: 'R017',
    text: 'At noen tar telefonen etter klokka tre. Jeg vet ikke hvem jeg skal ringe, og da venter jeg heller til det går galt.',
    service: 'Botjenesten',
    age: '30–49',
    say: 4,
    themes: [
      { name: 'Etter kontortid', branch: 5 },
      { name: 'Tilgjengelighet', branch: 5, state: 'suggested' },
    ],
  },
  {
    id: 'R018',
    text: 'Leilighet først. Resten går ikke an å snakke om når du sover på sofaen til en kamerat.',
    service: 'Rustjenesten',
    age: '18–29',
    say: 2,
    themes: [{ name: 'Bolig', branch: 14 }],
  },
];

interface Theme {
  readonly id: string;
  readonly branch: number;
  readonly count: number;
  readonly kbd?: string;
  readonly children?: readonly Theme[];
}

const themes: readonly Theme[] = [
  {
    id: 'Informasjon',
    branch: 0,
    count: 26,
    kbd: '1',
    children: [
      { id: 'Om rettigheter', branch: 0, count: 9 },
      { id: 'Om hva som er bestemt', branch: 0, count: 19, kbd: '2' },
    ],
  },
  {
    id: 'Tilgjengelighet',
    branch: 5,
    count: 21,
    kbd: '3',
    children: [
      { id: 'Etter kontortid', branch: 5, count: 13, kbd: '4' },
      { id: 'Ventetid', branch: 5, count: 8 },
    ],
  },
  { id: 'Brukermedvirkning', branch: 3, count: 23, kbd: '5', children: [{ id: 'I egen sak', branch: 3, count: 18 }] },
  { id: 'Møteplasser', branch: 4, count: 24, kbd: '6' },
  { id: 'Å bli møtt med respekt', branch: 1, count: 22, kbd: '7' },
  { id: 'Bolig', branch: 14, count: 15 },
  { id: 'Sammenheng mellom tjenester', branch: 8, count: 19, kbd: '8' },
  { id: 'Økonomi og NAV', branch: 27, count: 8 },
  { id: 'Stigma', branch: 40, count: 7 },
];

export function ListsPart() {
  const [current, setCurrent] = useState('R017');
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set(['Informasjon', 'Tilgjengelighet']));
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [sort, setSort] = useState<DataSort>({ columnId: 'id', direction: 'ascending' });
  const [theme, setTheme] = useState('Informasjon');
  return (
    <div className={styles.split}>
      <SplitPane
        end={{
          label: 'Temaer',
          handleLabel: 'Bredde på temaene',
          max: 292,
          min: 240,
          children: (
            <div className={styles.pane}>
              <div className={styles.paneHead}>
                <span>Temaer</span>
                <span className={styles.muted}>personer</span>
              </div>
              <Tree
                currentId={theme}
                expandedIds={expanded}
                label="Temaer"
                nodes={themes}
                onCurrentIdChange={setTheme}
                onExpandedIdsChange={setExpanded}
                renderNode={(node, { level }) => (
                  <ThemeTreeRow
                    count={String(node.count)}
                    countUnit="personer"
                    kbd={node.kbd}
                    letters={node.id.slice(0, 2)}
                    level={level}
                    mark={branchMark(node.branch)}
                    name={node.id}
                  />
                )}
              />
            </div>
          ),
        }}
      >
        <PageHeader facts="Spørsmål 14, åpent svar. 58 svar fra 61 personer." title="Hva er viktig for deg?" />
        <DataTable
          columns={[
            { id: 'id', header: 'Person', render: (row) => row.id, width: '4.5rem', isSortable: true, isNumeric: true },
            { id: 'text', header: 'Svar', render: (row) => row.text, isWords: true },
            { id: 'service', header: 'Tjeneste', render: (row) => row.service, width: '7rem', isSortable: true },
            { id: 'age', header: 'Alder', render: (row) => row.age, width: '4.25rem', isNumeric: true },
            { id: 'say', header: 'Bestemme', render: (row) => row.say, align: 'end', width: '5.5rem' },
            {
              id: 'themes',
              header: 'Temaer',
              width: '16rem',
              render: (row) => (
                <span className={styles.chips}>
                  {row.themes.map((chip) => (
                    <ThemeChip
                      key={chip.name}
                      mark={branchMark(chip.branch)}
                      name={chip.name}
                      {...(chip.state === undefined ? {} : { state: chip.state })}
                    />
                  ))}
                </span>
              ),
            },
          ]}
          currentKey={current}
          isFullWidth
          label="Svar"
          onCurrentKeyChange={setCurrent}
          onOpen={() => undefined}
          onSort={setSort}
          rowKey={(row) => row.id}
          rows={answers}
          selection={{ keys: selected, onChange: setSelected, header: 'Valgt', rowLabel: (row) => `Velg ${row.id}` }}
          sort={sort}
        />
      </SplitPane>
    </div>
  );
}
