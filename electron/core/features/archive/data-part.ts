import { z } from 'zod';
import { fileNameOf } from '../../documents/file-name.ts';
import { countedInterviews } from '../../analysis/units.ts';
import { wordsIn } from '../../words.ts';
import { makeFiles } from '../raw-export/make-files.ts';
import { planExport } from '../raw-export/plan.ts';
import { retold } from '../raw-export/retold.ts';
import { openSource } from '../raw-export/source.ts';
import { readWeightOf } from '../raw-export/weights-of.ts';
import type { ToPack } from '../raw-export/pack-files.ts';
import type { ArchiveWanted } from './archive-file.ts';

const VersionRow = z.object({ id: z.string(), name: z.string(), number: z.int() });
const versionSql = `
SELECT n.id, f.name, n.number FROM questionnaire f JOIN questionnaire_version n ON n.questionnaire_id = f.id
WHERE f.project_id = :projectId AND EXISTS (SELECT 1 FROM interview i WHERE i.version_id = n.id AND ${countedInterviews}) ORDER BY f.name, n.number`;

/** The answers of every version as separated values and as system files, with codebook and DDI. */
export async function* dataPart({ call, projectId, language, identifiers, begin }: ArchiveWanted): AsyncGenerator<ToPack | null> {
  const { sql, session } = call;
  const words = wordsIn(language);
  const choices = { identifiers, openTexts: true, remarks: true };
  const weightOf = readWeightOf(sql, projectId);
  const producedOn = new Date(session.deps.now()).toISOString().slice(0, 10);
  for (const { id: versionId, name, number } of sql.all(VersionRow, versionSql, { projectId })) {
    const title = words('rawExport.file.title', { name, number });
    const folder = `data/${fileNameOf(`${name} ${number}`, String(number))}`;
    const plan = planExport(sql, { projectId, versionId, choices, withWeights: weightOf !== null });
    const source = openSource(sql, { projectId, versionId, choices, language, plan, weightOf });
    // Rules that outlive programs: comma and point (RFC 4180), UTF-8 without a mark.
    const plain = { kind: 'csv', separator: 'comma', byteOrderMark: false, values: 'codes', shape: 'wide' } as const;
    for (const [format, place] of [
      [plain, folder],
      [{ kind: 'spss' } as const, `${folder}/spss`],
    ] as const) {
      const isPlain = format.kind === 'csv';
      const steps = makeFiles(sql, begin, source, {
        projectId,
        versionId,
        language,
        title,
        format,
        extras: { ddi: isPlain },
        withRemarks: isPlain,
        producedOn,
      });
      const files = yield* retold(steps, () => null);
      for (const { fileName, file } of files) yield { fileName: `${place}/${fileName}`, content: file };
    }
  }
}
