import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CodebookFormat, CodebookImportChoices, CodebookInspection } from '../../shared/contract/codebook-exchange.ts';
import type { CodebookSnapshot } from '../../shared/model/codebook.ts';
import type { Ticket } from '../../shared/model/ids.ts';
import { readCodebook } from '../../electron/core/features/codebook/read-codebook.ts';
import { writeCodebook } from '../../electron/core/features/codebook/exchange/write-codebook.ts';
import type { Core } from '../../electron/core/open-core.ts';
import { finish, upload } from './survey-upload-fixture.ts';

export const noChoices: CodebookImportChoices = { language: 'nb', isLanguageGuessed: false, matching: 'loose', themes: {} };

/** The codebook as it stands. */
export const codebookOf = (core: Core): CodebookSnapshot => readCodebook(core.session.workspace.sql);

/** Puts a whole codebook into an empty workspace, in one operation. */
export function fillCodebook(core: Core, snapshot: CodebookSnapshot): void {
  const { workspace } = core.session;
  const source = { actorId: workspace.sourceFor('program').actorId, windowId: 'program', kind: 'test', labelId: 'test', isUndoable: false };
  workspace.operations.run(source, () => writeCodebook({ sql: workspace.sql, workspace }, { themes: [] }, snapshot));
}

/** An exported file, as a download gives it. */
export async function exportFrom(
  core: Core,
  format: CodebookFormat,
  options: Partial<{ language: 'nb' | 'nn' | 'sv' | 'en'; separator: ';' | ','; hasMark: boolean }> = {},
): Promise<{ name: string; content: Buffer }> {
  const { ticket, fileName } = await core.client.codebook.exportFile({ format, language: 'nb', separator: ';', hasMark: true, ...options });
  return { name: fileName, content: readFileSync(join(core.session.deps.temporaryFolder, 'out', ticket)) };
}

/** What a file would come to. */
export async function inspect(
  core: Core,
  from: string | { readonly name: string; readonly content: string | Uint8Array },
  choices: Partial<CodebookImportChoices> = {},
  show: 'all' | 'new' | 'same' | 'different' = 'all',
): Promise<{ ticket: Ticket; inspection: CodebookInspection }> {
  const ticket = await upload(core, from);
  const { output } = await finish(core.client.codebook.inspectFile({ ticket, choices: { ...noChoices, ...choices }, show }));
  return { ticket, inspection: output };
}

/** Looks a file through and takes it in as it is proposed, or as chosen. */
export async function importFrom(core: Core, from: Parameters<typeof inspect>[1], choices: Partial<CodebookImportChoices> = {}) {
  const { ticket, inspection } = await inspect(core, from, choices);
  const input = { ticket, choices: { ...noChoices, ...choices }, basis: inspection.basis };
  return { inspection, result: (await finish(core.client.codebook.importFile(input))).output };
}
