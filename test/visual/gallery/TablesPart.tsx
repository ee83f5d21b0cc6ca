import { Banner } from '../../../renderer/ui/banner/Banner.tsx';
import { Button } from '../../../renderer/ui/button/Button.tsx';
import { DataTable } from '../../../renderer/ui/data-table/DataTable.tsx';
import type { ReportCell } from '../../../renderer/ui/report-table/cells.ts';
import { ReportTable } from '../../../renderer/ui/report-table/ReportTable.tsx';
import { StatusText } from '../../../renderer/ui/status-text/StatusText.tsx';
import styles from './gallery.module.css';

const hidden: ReportCell = { kind: 'suppressed', spoken: 'Skjult av hensyn til personvernet.' };
const value = (text: string, interval: string): ReportCell => ({ kind: 'value', text, interval });

const columns = [
  { id: 'all', label: 'Alle' },
  { id: 'housing', label: 'Botjenesten' },
  { id: 'substance', label: 'Rustjenesten' },
];
const base = { label: 'n', cells: [{ text: '57' }, { text: '33' }, { text: '24', note: 'liten base' }] };

const places = [
  { id: 'Fjordvik', last: '19. mars 2026', next: '24. sep.', open: 6, overdue: 1 },
  { id: 'Skogbygda', last: '14. mars 2026', next: '8. okt.', open: 4, overdue: 1 },
  { id: 'Älvnäs södra', last: 'ingen ennå', next: '3. juni, utsatt fra 8. april', open: 0, overdue: 0 },
];

export function TablesPart() {
  return (
    <>
      <Banner
        action={
          <Button icon="released" kbd="G" variant="main">
            Slipp tallene …
          </Button>
        }
        icon="insideView"
        isHatched
        title="Innsyn, ikke sluppet."
        tone="warn"
      >
        Kan ikke kopieres eller eksporteres.
      </Banner>
      <div className={styles.body}>
        <div className={styles.wide}>
          <ReportTable
            base={base}
            columns={columns}
            footnotes={[{ id: 'signs', text: ': vises ikke, for at ingen skal kunne kjennes igjen. Liten base: færre enn 30 svar.' }]}
            rows={[
              { id: '1', label: 'Ikke i det hele tatt', cells: [value('9', '4–19'), hidden, hidden] },
              { id: '2', label: 'I liten grad', cells: [value('19', '11–31'), value('15', '7–31'), value('25', '12–45')] },
              { id: '3', label: 'I noen grad', cells: [value('25', '15–37'), value('24', '13–41'), value('25', '12–45')] },
              { id: 'g', kind: 'group', label: 'De som har ventet' },
              {
                id: '4',
                label: 'I stor grad',
                indent: 1,
                cells: [value('32', '21–44'), { kind: 'words', text: 'for få svar' }, { kind: 'notAsked', spoken: 'Ikke spurt' }],
              },
              {
                id: '5',
                label: 'I svært stor grad',
                indent: 1,
                cells: [{ kind: 'value', text: '16', interval: '9–27', isMarked: true }, hidden, { kind: 'missing', spoken: 'Mangler' }],
              },
            ]}
            stubLabel="Svar"
            subtitle="Prosent av personer, 95 % intervall"
            title="Tabell 7. Får være med og bestemme, etter tjeneste."
          />
        </div>
        <div>
          <h2 className={styles.heading}>Kommuner og områder</h2>
          <DataTable
            columns={[
              { id: 'place', header: 'Sted', render: (row) => row.id, isRowHeader: true, width: '28%' },
              { id: 'last', header: 'Siste møte', render: (row) => row.last },
              { id: 'next', header: 'Neste møte', render: (row) => row.next },
              { id: 'open', header: 'Åpne tiltak', render: (row) => row.open, align: 'end' },
              {
                id: 'overdue',
                header: 'Over tiden',
                align: 'end',
                render: (row) =>
                  row.overdue > 0 ? (
                    <StatusText isStrong tone="bad">
                      {row.overdue}
                    </StatusText>
                  ) : (
                    row.overdue
                  ),
              },
            ]}
            label="Kommuner og områder"
            onOpen={() => undefined}
            rowKey={(row) => row.id}
            rows={places}
          />
        </div>
      </div>
    </>
  );
}
