import { z } from 'zod';
import { query } from './kit.ts';

/** Something that has left the program. */
export const ReleaseRow = z.strictObject({
  id: z.uuid(),
  number: z.int(),
  project: z.string(),
  /** The table's or chart's name, where it had one. */
  exhibit: z.string().nullable(),
  format: z.string(),
  recipient: z.string().nullable(),
  releasedBy: z.string(),
  releasedAt: z.string(),
  /** Recalled releases stay in the register: they were out. */
  recalledAt: z.string().nullable(),
});
export type ReleaseRow = z.infer<typeof ReleaseRow>;

export const privacy = {
  /** The register of releases, newest first; `before` is a release number to page from. */
  listReleases: query({
    input: z.strictObject({ before: z.int().positive().optional(), limit: z.int().min(1).max(500).default(200) }),
    output: z.strictObject({ releases: z.array(ReleaseRow), total: z.int() }),
  }),
};
