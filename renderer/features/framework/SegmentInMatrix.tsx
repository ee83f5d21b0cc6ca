import { useQuery } from '@tanstack/react-query';
import { TextId } from '../../../shared/model/ids.ts';
import { client, orpc } from '../../lib/client.ts';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Button } from '../../ui/button/Button.tsx';
import type { Themes } from '../themes/index.ts';
import styles from './CellPane.module.css';

export interface SegmentInMatrixProps {
  readonly textId: string;
  readonly start: number;
  readonly end: number;
  readonly themes: Themes;
}

/** Which cells of matrices a segment stands behind, and which it can be linked to. Nothing where there are none. */
export function SegmentInMatrix({ textId, start, end, themes }: SegmentInMatrixProps) {
  const say = useText();
  const save = useSave();
  const words = { textId: TextId.parse(textId), start, end };
  const { data } = useQuery(orpc.framework.placesOf.queryOptions({ input: words }));
  if (data === undefined || data.places.length === 0) return null;
  return (
    <section className={styles.beside}>
      <h3 className={styles.heading}>{say('framework.text.title')}</h3>
      {data.places.map(({ name, isLinked, ...place }) => {
        const params = { name, theme: themes.nameOf(place.themeId) };
        return isLinked ? (
          <p className={styles.source} key={`${place.frameworkId} ${place.rowId} ${place.themeId}`}>
            {say('framework.text.linked', params)}
          </p>
        ) : (
          <Button
            key={`${place.frameworkId} ${place.rowId} ${place.themeId}`}
            onPress={() => void save(() => client.framework.link({ ...place, ...words }))}
            size="bar"
            variant="quiet"
          >
            {say('framework.text.link', params)}
          </Button>
        );
      })}
    </section>
  );
}
