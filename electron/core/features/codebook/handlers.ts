import type { codebook } from '../../../../shared/contract/codebook.ts';
import type { Handlers } from '../../rpc/call.ts';
import { codebookExchangeHandlers } from './exchange/handlers.ts';
import { compareVersions, listVersions, makeVersion, readVersion } from './versions.ts';

export const codebookHandlers: Handlers<typeof codebook> = {
  ...codebookExchangeHandlers,
  versions: ({ sql }) => ({ versions: listVersions(sql) }),
  version: ({ sql }, input) => readVersion(sql, input.versionId),
  make: makeVersion,
  compare: ({ sql }, input) => compareVersions(sql, input),
};
