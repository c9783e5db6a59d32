import type {
  Breadcrumb,
  Button,
  CardHeader,
  Checkbox,
  CheckboxList,
  Chip,
  CopyLink,
  DataTable,
  DefinitionList,
  Dialog,
  EmptyState,
  ErrorSummary,
  Field,
  Figure,
  FilterBar,
  LevelCards,
  Menu,
  Notice,
  PageHeader,
  Pagination,
  Progress,
  RadioCards,
  RankList,
  RatingKeys,
  SavedViews,
  SaveState,
  Scale,
  SlimHeader,
  Tabs,
  Textarea,
} from './parts.ts';
import { attemptExamples } from './styleguide/attempt-examples.ts';
import { dataExamples } from './styleguide/data-examples.ts';
import { formExamples } from './styleguide/form-examples.ts';
import { pageExamples } from './styleguide/page-examples.ts';
import { ratingExamples } from './styleguide/rating-examples.ts';

type Styleguide = {
  breadcrumb: Breadcrumb;
  header: PageHeader;
  buttons: Button[];
  chips: Chip[];
  notices: Notice[];
  card: CardHeader;
  definitions: DefinitionList;
  emptyState: EmptyState;
  tabs: Tabs;
  dialog: Dialog;
  errorSummary: ErrorSummary;
  fields: Field[];
  reason: Textarea;
  radios: RadioCards;
  checks: CheckboxList;
  checkbox: Checkbox;
  filter: FilterBar;
  savedViews: SavedViews;
  menu: Menu;
  copyLink: CopyLink;
  rank: RankList;
  table: DataTable;
  pagination: Pagination;
  figure: Figure;
  slimHeader: SlimHeader;
  saveStates: SaveState[];
  progress: Progress;
  scales: Scale[];
  response: Textarea;
  levelCards: LevelCards;
  evidence: Textarea;
  next: Button;
  previous: Button;
  ratingKeys: RatingKeys;
};

/** Example data for every part, so that the whole system can be looked at on one page while building. */
export function styleguideVm(): Styleguide {
  return { ...pageExamples, ...formExamples, ...dataExamples, ...attemptExamples, ...ratingExamples };
}
