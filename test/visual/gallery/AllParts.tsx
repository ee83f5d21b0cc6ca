import { ControlsPart } from './ControlsPart.tsx';
import { FieldsPart } from './FieldsPart.tsx';
import styles from './gallery.module.css';
import { ListsPart } from './ListsPart.tsx';
import { StatesPart } from './StatesPart.tsx';
import { TablesPart } from './TablesPart.tsx';

const parts = {
  controls: ControlsPart,
  fields: FieldsPart,
  lists: ListsPart,
  tables: TablesPart,
  states: StatesPart,
};

/** Every component of renderer/ui, on the sheet and the desk it will stand on. One part at a time, or all. */
export function AllParts({ part }: { readonly part: string | null }) {
  return (
    <main className={styles.desk}>
      {Object.entries(parts).map(([name, Part]) =>
        part === null || part === name ? (
          <div className={styles.sheet} key={name}>
            <Part />
          </div>
        ) : null,
      )}
    </main>
  );
}
