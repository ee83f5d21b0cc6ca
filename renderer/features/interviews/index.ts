export { EntryScreen } from './EntryScreen.tsx';
export { InterviewsScreen } from './InterviewsScreen.tsx';
