export { ExportFormButton } from './ExportFormButton.tsx';
