import type { RefObject } from 'react';
import { BodyRow, OrganisationRow, ServiceRow } from '../../../shared/contract/register-rows.ts';
import { LiveSearch } from '../../lib/filters/LiveSearch.tsx';
import { useText } from '../../lib/text.ts';
import { SegmentedControl } from '../../ui/segmented-control/SegmentedControl.tsx';
import { Select } from '../../ui/select/Select.tsx';
import { DayFilter } from './DayFilter.tsx';
import type { RegisterView } from './register-view.ts';
import styles from './registers.module.css';

export interface RegisterFiltersProps {
  readonly view: RegisterView;
  readonly searchRef: RefObject<HTMLInputElement | null>;
  /** Enter in the search goes to the first hit. */
  readonly onFound: () => void;
}

const all = 'all';

/** Narrows a register: by name, kind, and who was there on a day. */
export function RegisterFilters({ view, searchRef, onFound }: RegisterFiltersProps) {
  const say = useText();
  return (
    <div className={styles.filters}>
      {view.isTree ? null : (
        <>
          <LiveSearch
            inputRef={searchRef}
            label={say('registers.filter.text')}
            onChange={(text) => view.filter({ text: text.slice(0, 60) })}
            onSubmit={onFound}
            value={view.text}
          />
          <KindFilter view={view} />
          <DayFilter label={say('registers.filter.on')} onChange={(on) => view.filter({ on })} value={view.on} />
        </>
      )}
      {view.kind === 'organisations' ? (
        <SegmentedControl
          label={say('registers.view')}
          onChange={(id) => view.showTree(id === 'tree')}
          segments={(['list', 'tree'] as const).map((id) => ({ id, label: say(`registers.view.${id}`) }))}
          value={view.isTree ? 'tree' : 'list'}
        />
      ) : null}
    </div>
  );
}

function KindFilter({ view }: { readonly view: RegisterView }) {
  const say = useText();
  const options = kindOptions(view.kind, say);
  if (options.length === 0) return null;
  return (
    <Select
      label={say('registers.filter.kind')}
      look="chip"
      onChange={(id) => view.filter({ ofKind: id === all ? null : id })}
      options={[{ id: all, label: say('registers.filter.all') }, ...options]}
      value={view.ofKind ?? all}
    />
  );
}

function kindOptions(kind: RegisterView['kind'], say: ReturnType<typeof useText>): readonly { id: string; label: string }[] {
  switch (kind) {
    case 'organisations':
      return OrganisationRow.shape.kind.options.map((id) => ({ id, label: say(`registers.organisationKind.${id}`) }));
    case 'bodies':
      return BodyRow.shape.kind.options.map((id) => ({ id, label: say(`registers.bodyKind.${id}`) }));
    case 'services':
      return ServiceRow.shape.kind.options.map((id) => ({ id, label: say(`registers.serviceKind.${id}`) }));
    case 'people':
      return [];
    default:
      return kind satisfies never;
  }
}
