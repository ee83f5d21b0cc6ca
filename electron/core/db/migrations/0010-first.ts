import { registerTables } from './0010/registers.ts';
import { projectTables } from './0010/projects.ts';
import { interviewTables } from './0010/interviews.ts';
import { codingTables } from './0010/coding.ts';
import { meetingTables } from './0010/meetings.ts';
import { outcomeTables } from './0010/outcomes.ts';
import { operationTables } from './0010/operations.ts';

/** File-format version after this migration. Numbers go in tens so that a fix can be slipped in between. */
export const version = 10;

/** The tables of the whole product, in an order in which foreign keys can be read from top to bottom. */
export const up: readonly string[] = [
  operationTables,
  registerTables,
  projectTables,
  interviewTables,
  codingTables,
  meetingTables,
  outcomeTables,
];
