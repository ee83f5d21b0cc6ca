export { printQuestionnaire } from './print-questionnaire.tsx';
