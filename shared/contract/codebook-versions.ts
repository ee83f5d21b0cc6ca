import { z } from 'zod';
import { CodebookSnapshot } from '../model/codebook.ts';
import { CodebookChange } from '../model/codebook-diff.ts';
import { Name, StoredText } from '../model/text.ts';
import { command, query } from './kit.ts';

const VersionId = z.uuid();

/** A codebook as it was on a day, and what it is referred to by: number and name. */
export const CodebookVersion = z.strictObject({
  id: VersionId,
  number: z.int().min(1),
  name: z.string(),
  note: z.string().nullable(),
  madeBy: z.string(),
  madeAt: z.string(),
  /** How many themes it holds. */
  themes: z.int().min(0),
});
export type CodebookVersion = z.infer<typeof CodebookVersion>;

/** The codebook through time. */
export const codebookVersions = {
  /** All versions, the latest first. */
  versions: query({ input: z.strictObject({}), output: z.strictObject({ versions: z.array(CodebookVersion) }) }),
  /** One version, whole. */
  version: query({
    input: z.strictObject({ versionId: VersionId }),
    output: z.strictObject({ version: CodebookVersion, snapshot: CodebookSnapshot }),
  }),
  /** Keeps the codebook as it stands under the next number. */
  make: command({
    input: z.strictObject({ name: Name, note: StoredText.pipe(z.string().trim().max(4000)).nullable() }),
    output: z.strictObject({ versionId: VersionId, number: z.int() }),
    touches: ['codebook'],
    undo: 'codebook.make.undo',
  }),
  /** What has changed from one version to another, or to the codebook as it stands now; themes in the order of the later one. */
  compare: query({
    input: z.strictObject({ from: VersionId, to: z.union([VersionId, z.literal('now')]) }),
    output: z.strictObject({ changes: z.array(CodebookChange), before: CodebookSnapshot, after: CodebookSnapshot }),
  }),
};
