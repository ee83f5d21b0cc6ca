import type { ProjectSettings } from '../../../shared/contract/projects.ts';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { client } from '../../lib/client.ts';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Select } from '../../ui/select/Select.tsx';
import { KeptField } from '../../lib/fields/KeptField.tsx';
import { PickMany } from './PickMany.tsx';
import { PickPlaces } from './PickPlaces.tsx';
import styles from './ProjectFacts.module.css';
import { RowList } from './RowList.tsx';
import { useRows } from './use-rows.ts';

interface ProjectPartsProps {
  readonly projectId: ProjectId;
  readonly settings: ProjectSettings;
}

type Parts = Omit<Parameters<typeof client.projects.setParts>[0], 'projectId'>;

type Guideline = ProjectSettings['guidelines'][number];
type Product = ProjectSettings['workProducts'][number];

const isGuidelineNamed = ({ title }: Guideline): boolean => title.trim() !== '';
const isProductNamed = ({ name }: Product): boolean => name.trim() !== '';
/** How it sorts follows from the words. */
const writtenProduct = ({ name, dueAsSaid, deliveredOn }: Product) => ({ name, dueAsSaid, deliveredOn });

/** Services, places, reference groups, guidelines and promised products. */
export function ProjectParts({ projectId, settings }: ProjectPartsProps) {
  const say = useText();
  const save = useSave();
  const [guidelines, setGuidelines] = useRows(settings.guidelines, { isNamed: isGuidelineNamed, written: (row) => row });
  const [products, setProducts] = useRows(settings.workProducts, { isNamed: isProductNamed, written: writtenProduct });
  const set = (parts: Parts): void => void save(() => client.projects.setParts({ projectId, ...parts }));
  const { choices, bodies } = settings;
  const bodyChoices = choices.bodies.map(({ id, name }) => ({ id, label: name }));
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{say('projects.facts.parts')}</h2>
      <PickMany
        choices={choices.services}
        ids={settings.serviceIds}
        label={say('projects.about.services')}
        onChange={(ids) => set({ serviceIds: [...ids] })}
      />
      <PickPlaces
        choices={choices.places}
        ids={settings.placeIds}
        label={say('projects.about.places')}
        onChange={(ids) => set({ placeIds: [...ids] })}
      />
      {bodyChoices.length === 0 ? null : (
        <RowList
          addLabel={say('projects.facts.addBody')}
          nameOf={({ bodyId }) => choices.bodies.find(({ id }) => id === bodyId)?.name ?? ''}
          newRow={() => ({ bodyId: bodyChoices[0]?.id ?? '', role: '' })}
          onChange={(rows) => set({ bodies: [...rows] })}
          rows={bodies}
          title={say('projects.about.bodies')}
        >
          {(row, onRow) => (
            <>
              <Select
                isLabelHidden
                label={say('projects.facts.body')}
                onChange={(bodyId) => onRow({ ...row, bodyId })}
                options={bodyChoices}
                value={row.bodyId}
              />
              <KeptField
                isLabelHidden
                label={say('projects.facts.role')}
                onSave={(role) => onRow({ ...row, role })}
                placeholder={say('projects.facts.role')}
                value={row.role}
              />
            </>
          )}
        </RowList>
      )}
      <RowList
        addLabel={say('projects.facts.addGuideline')}
        nameOf={({ title }) => title}
        newRow={() => ({ title: '', reference: '', point: '' })}
        onChange={(rows) => {
          setGuidelines(rows);
          set({ guidelines: rows.filter(isGuidelineNamed) });
        }}
        rows={guidelines}
        title={say('projects.about.guidelines')}
      >
        {(row, onRow) => (
          <>
            <KeptField
              isLabelHidden
              label={say('projects.facts.guideline')}
              onSave={(title) => onRow({ ...row, title })}
              placeholder={say('projects.facts.guideline')}
              value={row.title}
            />
            <KeptField
              isLabelHidden
              label={say('projects.facts.point')}
              onSave={(point) => onRow({ ...row, point })}
              placeholder={say('projects.facts.point')}
              value={row.point}
            />
          </>
        )}
      </RowList>
      <RowList
        addLabel={say('projects.facts.addProduct')}
        nameOf={({ name }) => name}
        newRow={() => ({ name: '', dueAsSaid: null, dueSortOn: null, deliveredOn: null })}
        onChange={(rows) => {
          setProducts(rows);
          set({ workProducts: rows.filter(isProductNamed).map(writtenProduct) });
        }}
        rows={products}
        title={say('projects.about.products')}
      >
        {(row, onRow) => (
          <>
            <KeptField
              isLabelHidden
              label={say('projects.facts.product')}
              onSave={(name) => onRow({ ...row, name })}
              placeholder={say('projects.facts.product')}
              value={row.name}
            />
            <KeptField
              isLabelHidden
              label={say('projects.facts.due')}
              onSave={(due) => onRow({ ...row, dueAsSaid: due.trim() === '' ? null : due })}
              placeholder={say('projects.facts.due')}
              value={row.dueAsSaid ?? ''}
            />
          </>
        )}
      </RowList>
    </section>
  );
}
