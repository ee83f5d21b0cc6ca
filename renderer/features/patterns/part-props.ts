import type { ProjectId } from '../../../shared/model/ids.ts';
import type { Themes } from '../themes/index.ts';
import type { PatternsView } from './use-patterns-view.ts';

/** What every view of the patterns needs. */
export interface PartProps {
  readonly projectId: ProjectId;
  readonly themes: Themes;
  readonly view: PatternsView;
}
