export { DayField, type DayFieldProps } from './DayField.tsx';
export { RegisterPicker, type Picked, type RegisterPickerProps } from './RegisterPicker.tsx';
