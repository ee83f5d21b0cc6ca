import {
  ArrowDown, ArrowUp, BadgeCheck, CalendarDays, CalendarX2, Check, ChevronDown, ChevronRight, ChevronsUpDown, CircleAlert,
  CircleDot, CircleQuestionMark, CircleX, Clock, ClockAlert, Columns3, Copy, CornerDownRight, Download, Ellipsis, EyeOff,
  FileText, Flag, GripVertical, History, Info, Keyboard, Landmark, LayoutDashboard, Lightbulb, ListChecks, Lock,
  type LucideIcon, MapPin, Megaphone, MessageCircle, Milestone, Minus, Mountain, PanelLeft, PanelRight, Pencil, Plus,
  Printer, Quote, Redo2, RefreshCw, Search, Send, Settings, Shield, ShieldCheck, SlidersHorizontal, SquareCheck, Star,
  Table2, Tag, Tags, Text, TextQuote, Trash2, TriangleAlert, Undo2, Upload, User, X,
} from 'lucide-react';

/**
 * One meaning, one picture. Look here before drawing anything: a meaning that is missing is added once, here, and a
 * picture is never used for a second meaning.
 */
export const icons = {
  /* Places in the program */
  overview: LayoutDashboard,
  questionnaire: ListChecks,
  interview: MessageCircle,
  coding: TextQuote,
  analysis: Table2,
  finding: Milestone,
  meeting: CalendarDays,
  action: Flag,
  report: FileText,
  registers: Landmark,
  theme: Tag,
  themes: Tags,
  releases: Send,
  history: History,
  settings: Settings,

  /* States */
  saved: Check,
  done: Check,
  released: ShieldCheck,
  insideView: EyeOff,
  clearedQuote: BadgeCheck,
  unclearedQuote: Quote,
  overdue: ClockAlert,
  waiting: Clock,
  notReportedBack: Megaphone,
  softCheck: TriangleAlert,
  hardCheck: CircleAlert,
  stopped: CircleX,
  changedNumbers: RefreshCw,
  locked: Lock,
  threshold: Shield,
  deletionDate: CalendarX2,

  /* Marks in minutes */
  goodExample: Star,
  challenge: Mountain,
  idea: Lightbulb,
  questionRaised: CircleQuestionMark,
  learned: Info,

  /* Parts of a questionnaire */
  routing: CornerDownRight,
  choice: CircleDot,
  several: SquareCheck,
  scale: SlidersHorizontal,
  open: Text,

  /* Deeds and handles */
  add: Plus,
  remove: Minus,
  close: X,
  delete: Trash2,
  edit: Pencil,
  copy: Copy,
  export: Download,
  import: Upload,
  print: Printer,
  search: Search,
  undo: Undo2,
  redo: Redo2,
  more: Ellipsis,
  columns: Columns3,
  drag: GripVertical,
  keys: Keyboard,
  expand: ChevronRight,
  unfold: ChevronDown,
  switchBetween: ChevronsUpDown,
  sortAscending: ArrowUp,
  sortDescending: ArrowDown,
  leftPane: PanelLeft,
  rightPane: PanelRight,
  person: User,
  place: MapPin,
} as const satisfies Record<string, LucideIcon>;

/** The meanings an icon can have. */
export type IconName = keyof typeof icons;
