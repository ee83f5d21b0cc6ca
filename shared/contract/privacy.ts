import { z } from 'zod';
import { ProjectId } from '../model/ids.ts';
import { command, query } from './kit.ts';

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

/** How small numbers are hidden in a project. */
export const ProtectionRule = z
  .strictObject({
    /** Numbers from 1 to one less are hidden. */
    threshold: z.int().min(3).max(10),
    /** Columns with fewer persons show words at most. */
    minimumBase: z.int().min(5).max(100),
    /** Nobody and everybody are hidden as well. */
    protectZeros: z.boolean(),
  })
  .refine(({ threshold, minimumBase }) => minimumBase >= threshold, { error: 'base-under-threshold' });
export type ProtectionRule = z.infer<typeof ProtectionRule>;

export const privacy = {
  /** The rule of a project and every change of it, newest first. */
  protection: query({
    input: z.strictObject({ projectId: ProjectId }),
    output: z.strictObject({
      rule: ProtectionRule,
      changes: z.array(
        z.strictObject({ id: z.uuid(), rule: ProtectionRule, reason: z.string(), changedBy: z.string(), changedAt: z.string() }),
      ),
    }),
  }),
  /** Changes the rule, with a reason that stays. What has left before stays as it was. */
  setProtection: command({
    input: z.strictObject({ projectId: ProjectId, rule: ProtectionRule, reason: z.string().trim().min(1).max(500) }),
    output: z.strictObject({ rule: ProtectionRule }),
    errors: ['NOT_FOUND'],
    touches: ['privacy', 'analysis', 'projects'],
    undo: 'privacy.protection.undo',
  }),
  /** The register of releases, newest first; `before` is a release number to page from. */
  listReleases: query({
    input: z.strictObject({ before: z.int().positive().optional(), limit: z.int().min(1).max(500).default(200) }),
    output: z.strictObject({ releases: z.array(ReleaseRow), total: z.int() }),
  }),
};
