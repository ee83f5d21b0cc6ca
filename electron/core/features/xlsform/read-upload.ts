import { z } from 'zod';
import type { ProjectId } from '../../../../shared/model/ids.ts';
import { Language } from '../../../../shared/model/text.ts';
import { readForm, type LanguageChoices, type ReadForm } from '../../../../shared/xlsform/index.ts';
import { AppError } from '../../app-error.ts';
import type { Call } from '../../rpc/call.ts';
import { isReadingError } from '../exchange/reading/index.ts';
import { formWords } from './form-words.ts';
import { readBook, type ReadBook } from './read-book.ts';

const ProjectRow = z.object({ content_language: Language.catch('nb') });

/** An uploaded form, read. */
export interface ReadUpload {
  readonly form: ReadForm;
  readonly file: ReadBook;
  readonly fileName: string;
  readonly path: string;
}

/**
 * Reads an uploaded form as a questionnaire. Texts that name no language, and whose words do not tell, are in the project's.
 * @throws AppError TICKET_UNKNOWN, NOT_FOUND, FILE_UNREADABLE, FILE_TOO_LARGE, CANCELLED
 */
export async function readUpload(
  { session, sql, signal }: Call,
  input: { readonly projectId: ProjectId; readonly ticket: string; readonly languages: LanguageChoices },
): Promise<ReadUpload> {
  const { path, name: fileName } = session.blobs.received(input.ticket);
  const project = sql.get(ProjectRow, 'SELECT content_language FROM project WHERE id = :projectId', { projectId: input.projectId });
  if (project === undefined) throw new AppError('NOT_FOUND');
  const file = await read(path, signal);
  const name = fileName.replace(/\.[a-z0-9]{1,5}$/iu, '');
  const form = readForm(file.book, { name, words: formWords(), fallback: project.content_language, languages: input.languages });
  return { form, file, fileName, path };
}

async function read(path: string, signal: AbortSignal | undefined): Promise<ReadBook> {
  try {
    return await readBook(path, signal);
  } catch (error) {
    if (signal?.aborted === true) throw new AppError('CANCELLED');
    if (!isReadingError(error)) throw error;
    const code = error.code === 'TOO_LARGE' ? 'FILE_TOO_LARGE' : 'FILE_UNREADABLE';
    throw new AppError(code, error.params, `xlsform.error.${error.code.toLowerCase().replaceAll('_', '-')}`);
  }
}
