import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type Ref, useState } from 'react';
import type { PlaceItem } from '../../../shared/contract/place-rows.ts';
import { orpc } from '../../lib/client.ts';
import { useDates, type Dates } from '../../lib/dates.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import { useText, type Say } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import type { DataColumn } from '../../ui/data-table/columns.ts';
import { DataTable, type DataTableHandle } from '../../ui/data-table/DataTable.tsx';
import { EmptyState } from '../../ui/empty-state/EmptyState.tsx';
import styles from './places.module.css';

const pageSize = 100;

/** The whole register by name and code, in use or not. */
export function RegisterList({ text, tableRef }: { readonly text: string; readonly tableRef: Ref<DataTableHandle> }) {
  const say = useText();
  const dates = useDates();
  const navigate = useNavigate();
  const [offset, setOffset] = useState(0);
  const first = useFirstPage(text, offset, setOffset);
  const input = { limit: pageSize, offset: first, ...(text === '' ? {} : { text }) };
  const query = useQuery({ ...orpc.places.list.queryOptions({ input }), placeholderData: keepPreviousData });
  return (
    <Loaded query={query}>
      {({ places, total }) => (
        <>
          <DataTable
            columns={registerColumns(say, dates)}
            empty={<EmptyState what={say('places.emptyFilter')} />}
            handleRef={tableRef}
            isFullWidth
            label={say('places.register')}
            onOpen={(place) => void navigate({ to: '/places/$place', params: { place: place.id } })}
            rowKey={(place) => place.id}
            rows={places}
          />
          {total > pageSize ? (
            <div className={styles.pager}>
              <span>{say('places.register.shown', { from: first + 1, to: first + places.length, total })}</span>
              <Button isDisabled={first === 0} onPress={() => setOffset(Math.max(0, first - pageSize))} size="bar">
                {say('places.register.back')}
              </Button>
              <Button isDisabled={first + pageSize >= total} onPress={() => setOffset(first + pageSize)} size="bar">
                {say('places.register.next')}
              </Button>
            </div>
          ) : null}
        </>
      )}
    </Loaded>
  );
}

/** Other words begin on the first page again. */
function useFirstPage(text: string, offset: number, setOffset: (offset: number) => void): number {
  const [last, setLast] = useState(text);
  if (last === text) return offset;
  setLast(text);
  setOffset(0);
  return 0;
}

function registerColumns(say: Say, dates: Dates): readonly DataColumn<PlaceItem>[] {
  return [
    { id: 'name', header: say('places.column.place'), isRowHeader: true, width: '34%', render: (place) => place.name },
    { id: 'code', header: say('places.place.code'), isNumeric: true, width: '6rem', render: (place) => place.code },
    { id: 'years', header: say('places.place.years'), render: (place) => dates.years(place.validFrom, place.validTo) },
    { id: 'kind', header: say('places.place.kind'), render: (place) => say(`places.kind.${place.kind}`) },
    { id: 'in', header: say('places.place.in'), render: (place) => (place.parent === null ? '' : dates.place(place.parent)) },
  ];
}
