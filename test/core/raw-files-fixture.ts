import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { Core } from '../../electron/core/open-core.ts';
import type { DeIdentified, RawChoices, RawExtras, RawFormat } from '../../shared/contract/raw-export.ts';
import { VersionId, type ProjectId } from '../../shared/model/ids.ts';
import type { Language } from '../../shared/model/text.ts';
import { aForm, codes, date, dontKnow, entryOf, num, type Entry, type Form, type FormQuestion } from './entry-fixture.ts';

/** Everything a form can hold that lands in raw data. */
export const wholeForm: readonly FormQuestion[] = [
  { name: 'agree', type: 'consent', isPerPerson: true },
  { name: 'mood', type: 'one', options: 3, isPerPerson: true },
  { name: 'helps', type: 'several', options: [{ code: 1 }, { code: 2 }, { code: 9, asksWhat: true }] },
  { name: 'first', type: 'rank', options: 3 },
  { name: 'weight', type: 'number', decimals: 1 },
  { name: 'since', type: 'date' },
  { name: 'ssn', type: 'open' },
  { name: 'how-was-it', type: 'open' },
  { name: 'member', type: 'repeat', isPerPerson: true },
  { name: 'age', type: 'number', in: 'member' },
];

/** Coded answers alone. */
export const nothing: RawChoices = { identifiers: false, openTexts: false, remarks: false };
const noExtras: RawExtras = { weights: false, ddi: false, isPacked: false };

/** Runs a job to its end. */
export async function finish<P, O>(job: Promise<{ next: () => Promise<IteratorResult<P, O>> }>): Promise<O> {
  const steps = await job;
  for (;;) {
    const step = await steps.next();
    if (step.done === true) return step.value;
  }
}

export interface Made {
  readonly releaseNumber: number;
  readonly rows: ReadonlyMap<string, number>;
  /** Bytes by file name; what was packed is unpacked. */
  readonly files: ReadonlyMap<string, Buffer>;
}

/** What a release put out, read from where a host would fetch it. */
export function fetched(
  core: Core,
  { releaseNumber, files }: { releaseNumber: number; files: readonly { ticket: string; fileName: string; rows: number }[] },
): Made {
  const read = (ticket: string): Buffer => readFileSync(join(core.session.deps.temporaryFolder, 'out', ticket));
  const all = new Map<string, Buffer>();
  for (const { ticket, fileName } of files) {
    if (!fileName.endsWith('.zip')) all.set(fileName, read(ticket));
    else for (const [name, bytes] of Object.entries(unzipSync(read(ticket)))) all.set(name, Buffer.from(bytes));
  }
  return { releaseNumber, files: all, rows: new Map(files.map(({ fileName, rows }) => [fileName, rows])) };
}

export interface Wanted {
  readonly choices?: Partial<RawChoices>;
  readonly format: RawFormat;
  readonly extras?: Partial<RawExtras>;
  readonly language?: Language;
}

/** Exports a version as raw data. */
export async function exportRaw(
  core: Core,
  { projectId, versionId }: { readonly projectId: ProjectId; readonly versionId: VersionId },
  { choices = {}, format, extras = {}, language = 'nb' }: Wanted,
): Promise<Made> {
  return fetched(
    core,
    await finish(
      core.client.rawExport.create({
        projectId,
        versionId,
        choices: { ...nothing, ...choices },
        format,
        extras: { ...noExtras, ...extras },
        language,
        recipient: 'Nasjonalt senter',
        purpose: 'Evaluering av metoden',
        acceptsRisk: true,
      }),
    ),
  );
}

/** Makes a de-identified package. */
export async function packageRaw(core: Core, wanted: DeIdentified): Promise<Made> {
  return fetched(
    core,
    await finish(
      core.client.rawExport.package({
        ...wanted,
        licence: { kind: 'CC-BY-4.0' },
        language: 'nb',
        recipient: 'Forskningsdata',
        purpose: 'Deling',
      }),
    ),
  );
}

export type Line = Readonly<Record<string, string>>;

/** Reads separated values back with a library that did not write them. */
export function lines(bytes: Buffer | undefined, delimiter: ';' | ',' = ';'): Line[] {
  return z.array(z.record(z.string(), z.string())).parse(parse(bytes ?? '', { bom: true, columns: true, delimiter }));
}

/** The first version in the workspace. */
export function versionOf({ session }: Core): VersionId {
  return VersionId.parse(session.workspace.sql.get(z.object({ id: z.string() }), 'SELECT id FROM questionnaire_version')?.id);
}

/** Changes rows as no command would. */
export function change({ session }: Core, sql: string): void {
  const { workspace } = session;
  const intent = { ...workspace.sourceFor('fixture'), kind: 'test', labelId: 'test', isUndoable: false };
  workspace.operations.run(intent, () => workspace.sql.run(sql, {}));
}

/** One more interview of a form. */
export async function another(made: Form): Promise<Entry> {
  const { interviewId, code } = await made.core.client.interviews.start({
    projectId: made.projectId,
    waveId: made.waveId,
    versionId: made.versionId,
    kind: 'person',
    mode: 'phone',
    language: 'nb',
    placeId: null,
    serviceId: null,
    heldOn: '2025-04-03',
    personCount: null,
    consentGivenOn: '2025-04-03',
  });
  return entryOf(made, interviewId, code);
}

/** Three interviews of the whole form, the last one withdrawn, with words that may be looked for. */
export async function aFilledForm(): Promise<{ readonly made: Form; readonly kept: readonly Entry[]; readonly gone: Entry }> {
  const made = await aForm(wholeForm);
  change(made.core, "UPDATE variable SET is_identifier = 1 WHERE name = 'ssn'");
  const [one, two, gone] = [await another(made), await another(made), await another(made)];
  for (const [at, entry] of [one, two, gone].entries()) {
    await entry.answer('agree', 1);
    await entry.answer('mood', at === 1 ? dontKnow : 3);
    await entry.answer('helps', codes(1, 9));
    await entry.answer('first', codes(2, 3));
    await entry.answer('weight', num(71.5 + at));
    await entry.answer('since', date('3.4.2021'));
    await entry.answer('ssn', `hemmelig ${at}`);
    await entry.answer('how-was-it', at === 0 ? '=1+1 «bra»; "fint" 😀' : `Linje én\nLinje to ${entry.code}`);
    await made.core.client.interviews.specify({ interviewId: entry.interviewId, questionId: entry.id('helps'), text: 'tur i fjæra' });
    await entry.answer('age', num(40 + at), await entry.addRound('member'));
    await made.core.client.interviews.endPartial({ interviewId: entry.interviewId });
  }
  change(made.core, `UPDATE respondent SET withdrawn_at = '2025-05-01T00:00:00.000Z' WHERE code = '${gone.code}'`);
  return { made, kept: [one, two], gone };
}
