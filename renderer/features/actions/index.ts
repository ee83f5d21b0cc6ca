export { DayField } from './DayField.tsx';
export { FormDialog } from './FormDialog.tsx';
export { KeptText } from './KeptText.tsx';
export { LifeList, type LifeStep } from './LifeList.tsx';
export { MeetingPicker, type PickedMeeting } from './MeetingPicker.tsx';
export { NewActionDialog } from './NewActionDialog.tsx';
export { ReportBackDialog } from './ReportBackDialog.tsx';
