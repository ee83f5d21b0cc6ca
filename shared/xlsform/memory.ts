import { z } from 'zod';
import type { QuestionnaireSpec } from '../model/questionnaire-spec.ts';
import { Language } from '../model/text.ts';

const Cells = z.record(z.string(), z.string());

/** A sheet as it was: for one we understand its columns in their order, for the others all cells by row. */
const SheetMemory = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.enum(['survey', 'choices', 'settings']),
    name: z.string(),
    columns: z.array(z.strictObject({ header: z.string(), key: z.string(), field: z.string().nullable(), language: Language.nullable() })),
  }),
  z.strictObject({
    kind: z.literal('other'),
    name: z.string(),
    rows: z.array(z.strictObject({ row: z.int(), cells: z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])) })),
  }),
]);
export type SheetMemory = z.infer<typeof SheetMemory>;

const GroupMemory = z.strictObject({
  /** The type cells where they say more than group. */
  type: z.string().nullable(),
  /** The row's own condition, which its questions carry too; null for sections, which hold it themselves. */
  relevant: z.string().nullable(),
  isNested: z.boolean(),
  begin: Cells,
  end: Cells,
});
export type GroupMemory = z.infer<typeof GroupMemory>;

/** What an XLSForm held that has no place in a questionnaire, kept in its extras so that it comes out again in its place. */
export const FormMemory = z.strictObject({
  sheets: z.array(SheetMemory),
  /** The settings but for the title, by column key. */
  settings: Cells,
  /** By path. */
  groups: z.record(z.string(), GroupMemory),
  /** Rows that ask nothing (metadata, remarks), each below the row that `after` names: `q:name`, `begin:path`, `end:path` or ''. */
  rows: z.array(z.strictObject({ after: z.string(), cells: Cells })),
  /** Names of the lists in their order; cells of those that nothing uses. */
  lists: z.array(z.strictObject({ name: z.string(), cells: z.array(Cells).nullable() })),
});
export type FormMemory = z.infer<typeof FormMemory>;

const nothing: FormMemory = { sheets: [], settings: {}, groups: {}, rows: [], lists: [] };

/** What the questionnaire remembers of the XLSForm it came from; empty for one made here. */
export function memoryOf(spec: Pick<QuestionnaireSpec, 'extras'>): FormMemory {
  const found = FormMemory.safeParse(spec.extras['xlsform']);
  return found.success ? found.data : nothing;
}
