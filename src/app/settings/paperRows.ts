import { LengthField } from '../paper/LengthField'
import { OwnText } from '../paper/OwnText'
import { type OpenTensor } from '../state/appState'
import { type SettingRow } from './SettingRow'

const isOnPaper = ({ view }: OpenTensor): boolean => {
  return view.paper !== 'screen' || view.paper_width !== undefined
}

/** What a figure for a paper needs. */
export const paperRows: readonly SettingRow[] = [
  {
    key: 'paper',
    name: 'Made for',
    help: 'Gives exported figures the size, and their text the height, that are usual there.',
    control: {
      kind: 'choice',
      options: [
        ['screen', 'The screen'],
        ['column', 'One column (85 mm)'],
        ['columns', 'Two columns (178 mm)'],
        ['slide', 'A slide'],
        ['poster', 'A poster'],
      ],
    },
  },
  {
    key: 'paper_width',
    name: 'Width',
    help: 'Of the exported figure on paper.',
    control: { kind: 'own', Control: LengthField },
  },
  {
    key: 'paper_height',
    name: 'Height',
    help: 'Empty: in the proportions of the screen, or of the slide.',
    control: { kind: 'own', Control: LengthField },
    isShown: isOnPaper,
  },
  {
    key: 'unit',
    name: 'Unit',
    help: 'In which lengths are shown.',
    control: {
      kind: 'choice',
      options: [
        ['mm', 'Millimetres'],
        ['in', 'Inches'],
      ],
    },
    isShown: isOnPaper,
  },
  {
    key: 'font_size',
    name: 'Text size',
    help: 'Of the labels, in points: 4 to 72.',
    control: { kind: 'number', placeholder: 'usual' },
    isShown: isOnPaper,
  },
  {
    key: 'dpi',
    name: 'Pixels per inch',
    help: 'Of a PNG: 150 to 600. It is written into the file.',
    control: { kind: 'number', placeholder: 'usual' },
    isShown: isOnPaper,
  },
  {
    key: 'title',
    name: 'Title',
    help: 'Above the figure.',
    control: { kind: 'own', Control: OwnText },
  },
  {
    key: 'x_title',
    name: 'Token axis',
    help: 'The title of the horizontal axis.',
    control: { kind: 'own', Control: OwnText },
  },
  {
    key: 'y_title',
    name: 'Layer axis',
    help: 'The title of the vertical axis.',
    control: { kind: 'own', Control: OwnText },
  },
  {
    key: 'caption',
    name: 'Caption',
    help: 'Below the figure. What a pixel stands for is said all the same.',
    control: { kind: 'own', Control: OwnText },
  },
]
