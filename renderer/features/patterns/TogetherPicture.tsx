import { useQuery } from '@tanstack/react-query';
import { togetherChart, togetherFigureOf, togetherTable, togetherWords } from '../../../shared/charts/index.ts';
import type { Together } from '../../../shared/contract/patterns.ts';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { orpc } from '../../lib/client.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { EmptyState } from '../../ui/empty-state/EmptyState.tsx';
import { PictureAndTable } from '../analysis/index.ts';
import type { Themes } from '../themes/index.ts';
import styles from './patterns.module.css';

interface TogetherPictureProps {
  readonly projectId: ProjectId;
  readonly together: Together;
  readonly themes: Themes;
}

/** Themes together as they would leave: persons, with what must be hidden hidden, as a picture and its table. */
export function TogetherPicture({ projectId, together, themes }: TogetherPictureProps) {
  const say = useText();
  const language = useLanguage();
  const project = useQuery(orpc.projects.get.queryOptions({ input: { projectId } })).data;
  const { released, leftOut } = together;
  if (released === null)
    return <EmptyState what={say('patterns.together.personsOnly', { person: say('patterns.together.unit.person') })} />;
  if (released.base === null) return <EmptyState what={say('patterns.together.nothing')} />;
  const from = { source: project?.name ?? '', language, releaseNumber: null };
  const figure = togetherFigureOf({ ...released, leftOut }, themes.nameOf, from, say);
  const words = togetherWords(figure, say);
  return (
    <>
      <p className={styles.sentence}>{say('patterns.together.pictureSaid')}</p>
      <PictureAndTable draw={(options) => togetherChart(figure, words, options)} figure={figure} table={togetherTable(figure, words)} />
    </>
  );
}
