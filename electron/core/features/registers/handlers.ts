import { z } from 'zod';
import type { contract } from '../../../../shared/contract/index.ts';
import type { RegisterKind, RegisterPage } from '../../../../shared/contract/registers.ts';
import type { Statements } from '../../db/statements.ts';
import type { Handlers } from '../../rpc/call.ts';
import { listOrganisations } from './list-organisations.ts';
import { listBodies, listPeople } from './list-people.ts';
import { listPlaces } from './list-places.ts';
import { listBankQuestions, listGuidelines, listSurveys } from './list-references.ts';
import { listServices } from './list-services.ts';
import type { Page } from './page.ts';

const tables = {
  places: 'place',
  organisations: 'organisation',
  people: 'person',
  bodies: 'body',
  services: 'service',
  surveys: 'external_survey',
  guidelines: 'guideline',
  questions: 'bank_question',
} as const satisfies Record<RegisterKind, string>;

export const registersHandlers: Handlers<typeof contract.registers> = {
  list: ({ sql }, { kind, limit, offset }) => {
    const total = sql.get(z.object({ total: z.int() }), `SELECT count(*) AS total FROM ${tables[kind]}`)?.total ?? 0;
    return listRegister(sql, kind, { limit, offset }, total);
  },
};

function listRegister(sql: Statements, kind: RegisterKind, page: Page, total: number): RegisterPage {
  switch (kind) {
    case 'places':
      return { kind, rows: listPlaces(sql, page), total };
    case 'organisations':
      return { kind, rows: listOrganisations(sql, page), total };
    case 'people':
      return { kind, rows: listPeople(sql, page), total };
    case 'bodies':
      return { kind, rows: listBodies(sql, page), total };
    case 'services':
      return { kind, rows: listServices(sql, page), total };
    case 'surveys':
      return { kind, rows: listSurveys(sql, page), total };
    case 'guidelines':
      return { kind, rows: listGuidelines(sql, page), total };
    case 'questions':
      return { kind, rows: listBankQuestions(sql, page), total };
    default:
      return kind satisfies never;
  }
}
