export { RegisterPicker, type Picked, type RegisterPickerProps } from './RegisterPicker.tsx';
