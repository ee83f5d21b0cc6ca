import type { analysisScreening } from '../../../../../shared/contract/analysis-screening.ts';
import { AppError } from '../../../app-error.ts';
import type { Call, Handlers } from '../../../rpc/call.ts';
import { gateTools } from '../gate-tools.ts';
import { readProjectFacts } from '../project-facts.ts';
import { readRegister } from '../register.ts';
import { screenTable, tablesToScreen, worthALook, type Screening, type Tried } from './screen.ts';

/** Looks at one table after the other; between them others get their turn, and the asking may end. */
async function screen(call: Call, asked: Screening) {
  const { sql, session, signal } = call;
  const tools = gateTools(call);
  const { rule } = readProjectFacts(sql, asked.projectId);
  const register = readRegister(sql, asked.projectId);
  const createdAt = new Date(session.deps.now()).toISOString();
  const tried: Tried[] = [];
  let leftOut = 0;
  for (const definition of tablesToScreen(sql, asked)) {
    if (signal?.aborted === true) throw new AppError('CANCELLED');
    const found = screenTable(sql, { projectId: asked.projectId, definition, createdAt, tools }, rule, register);
    if (found === null) leftOut += 1;
    else tried.push(...found);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return { pairs: worthALook(tried), comparisons: tried.length, leftOut };
}

export const screeningHandlers: Handlers<typeof analysisScreening> = { screening: screen };
