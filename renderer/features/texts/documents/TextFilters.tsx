import { useState } from 'react';
import { ListedKind } from '../../../../shared/contract/texts-documents.ts';
import type { ProjectId } from '../../../../shared/model/ids.ts';
import type { orpc } from '../../../lib/client.ts';
import { ChipFilter } from '../../../lib/fields/ChipFilter.tsx';
import { FilterBar } from '../../../lib/filters/FilterBar.tsx';
import { useText } from '../../../lib/text.ts';
import { Button } from '../../../ui/button/Button.tsx';
import { AutoCodeDialog } from '../../autocode/index.ts';
import { useThemes } from '../../themes/index.ts';
import type { TextListView } from './use-text-view.ts';

export interface TextFiltersProps {
  readonly view: TextListView;
  readonly projectId: ProjectId;
  readonly counts: Awaited<ReturnType<typeof orpc.texts.documentCounts.call>> | undefined;
  readonly shown: number;
  /** Enter in the field that finds: on to the first hit. */
  readonly onFound: () => void;
}

/** Finding and filtering texts: F finds by title or code. */
export function TextFilters({ view, projectId, counts, shown, onFound }: TextFiltersProps) {
  const say = useText();
  const { themes } = useThemes(projectId);
  const [isAutoCoding, setAutoCoding] = useState(false);
  const kinds = ListedKind.options.flatMap((kind) => {
    const count = counts?.kinds.find((one) => one.kind === kind)?.count ?? 0;
    return count === 0 && kind !== view.kind ? [] : [{ id: kind, label: say(`documents.kind.${kind}`), detail: String(count) }];
  });
  return (
    <FilterBar
      label={say('documents.search')}
      narrowed={
        view.isFiltered
          ? { shown: say('documents.shown', { count: shown }), clearLabel: say('documents.clear'), onClear: view.clear }
          : null
      }
      onFound={onFound}
      onText={(q) => view.set({ q }, 'replace')}
      text={view.search}
    >
      <ChipFilter
        every={say('documents.filter.all')}
        label={say('documents.filter.kind')}
        onChange={(status) => view.set({ status })}
        options={kinds}
        value={view.kind}
      />
      <ChipFilter
        every={say('documents.filter.all')}
        label={say('documents.filter.state')}
        onChange={(filter) => view.set({ filter })}
        options={[{ id: 'uncoded', label: say('documents.filter.uncoded'), detail: String(counts?.uncoded ?? 0) }]}
        value={view.isUncoded ? 'uncoded' : undefined}
      />
      <ChipFilter
        every={say('documents.filter.all')}
        label={say('documents.filter.theme')}
        onChange={(theme) => view.set({ theme })}
        options={themes.list.map((theme) => ({ id: theme.id, label: themes.nameOf(theme.id) }))}
        value={view.themeId}
      />
      <Button icon="coding" onPress={() => setAutoCoding(true)} size="bar">
        {say('documents.autocode')}
      </Button>
      <AutoCodeDialog isOpen={isAutoCoding} onClose={() => setAutoCoding(false)} projectId={projectId} />
    </FilterBar>
  );
}
