import type { contract } from '../../../../shared/contract/index.ts';
import type { Handlers } from '../../rpc/call.ts';
import { changeQuestion } from './change-question.ts';
import { addQuestion, addQuestions, duplicateQuestion, moveQuestion, removeQuestion } from './change-questions.ts';
import { addSection, changeSection, moveSection, removeSection } from './change-sections.ts';
import { compareVersions } from './compare-versions.ts';
import { listQuestionnaires } from './list-questionnaires.ts';
import { readVersion } from './read-version.ts';
import { listScales, saveScale } from './scales.ts';
import {
  copyVersion,
  createQuestionnaire,
  newVersion,
  problemsOf,
  removeVersion,
  renameQuestionnaire,
  reopen,
  setComparability,
  setLanguages,
  takeIntoUse,
} from './versions.ts';

/** A command that answers with nothing. */
function silent<C, I>(work: (call: C, input: I) => void): (call: C, input: I) => Record<string, never> {
  return (call, input) => {
    work(call, input);
    return {};
  };
}

export const questionnaireHandlers: Handlers<typeof contract.questionnaires> = {
  list: ({ sql }, { projectId }) => ({ questionnaires: listQuestionnaires(sql, projectId) }),
  version: ({ sql }, { versionId }) => readVersion(sql, versionId).version,
  problems: ({ sql }, { versionId }) => ({ problems: problemsOf(sql, versionId) }),
  compare: ({ sql }, { fromId, toId, language }) => ({ differences: compareVersions(sql, fromId, toId, language) }),
  scales: ({ sql }, { projectId }) => ({ scales: listScales(sql, projectId) }),
  create: createQuestionnaire,
  rename: silent(renameQuestionnaire),
  setLanguages: silent(setLanguages),
  addSection: (call, input) => ({ sectionId: addSection(call, input) }),
  changeSection: silent(changeSection),
  moveSection: silent(moveSection),
  removeSection: silent(removeSection),
  addQuestion: (call, input) => ({ questionId: addQuestion(call, input) }),
  addQuestions: (call, input) => ({ questionIds: addQuestions(call, input) }),
  changeQuestion: silent(changeQuestion),
  moveQuestion: silent(moveQuestion),
  duplicateQuestion: (call, input) => ({ questionId: duplicateQuestion(call, input) }),
  removeQuestion: silent(removeQuestion),
  saveScale: (call, input) => ({ scaleId: saveScale(call, input) }),
  takeIntoUse: silent(takeIntoUse),
  reopen: silent(reopen),
  newVersion: (call, input) => ({ versionId: newVersion(call, input) }),
  copy: copyVersion,
  removeVersion: silent(removeVersion),
  setComparability: silent(setComparability),
};
