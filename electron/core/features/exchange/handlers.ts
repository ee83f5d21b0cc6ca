import type { contract } from '../../../../shared/contract/index.ts';
import type { Handlers } from '../../rpc/call.ts';
import { assignRole } from './assign-role.ts';
import { importSurvey } from './import-survey.ts';
import { linkColumns, matchUpload } from './match-upload.ts';
import { listPlaces } from './list-places.ts';
import { inspectUpload } from './inspect-upload.ts';
import { linkRounds } from './rounds/link-rounds.ts';
import { tryMapping } from './try-mapping.ts';

export const exchangeHandlers: Handlers<typeof contract.exchange> = {
  places: ({ sql }, { projectId, headers }) => listPlaces(sql, projectId, headers),
  inspect: inspectUpload,
  match: matchUpload,
  link: linkColumns,
  linkRounds,
  assignRole,
  tryMapping,
  importSurvey,
  discard: ({ session }, { ticket }) => {
    session.blobs.discard(ticket);
    return {};
  },
};
