export { QuestionnairesScreen } from './QuestionnairesScreen.tsx';
