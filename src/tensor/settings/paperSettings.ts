import * as v from 'valibot'
import { lengthOf } from '../../text/lengths'
import { setting, oneOf } from './Setting'

/** The names of the papers. `layout/paper` has their sizes. */
const papers = [
  ['screen', 'The screen'],
  ['column', 'One column (3.25 in)'],
  ['columns', 'Two columns (6.75 in)'],
  ['slide', 'A slide (16:9)'],
  ['poster', 'A poster (A0)'],
  ['neurips', 'NeurIPS (5.5 in)'],
  ['iclr', 'ICLR (5.5 in)'],
  ['acl', 'ACL, one column (7.7 cm)'],
  ['acl-wide', 'ACL, two columns (16 cm)'],
  ['ieee', 'IEEE, one column (3.5 in)'],
  ['ieee-wide', 'IEEE, two columns (7.16 in)'],
  ['nature', 'Nature, one column (89 mm)'],
  ['nature-wide', 'Nature, two columns (183 mm)'],
  ['a4', 'A4, width of the text'],
  ['letter', 'Letter, width of the text'],
] as const

const units = [
  ['mm', 'Millimetres'],
  ['cm', 'Centimetres'],
  ['in', 'Inches'],
  ['pt', 'Points'],
] as const

/** A length in millimetres, from a thumbnail to a poster, or a text with a unit. */
const millimetres = v.pipe(v.number(), v.minValue(20), v.maxValue(2000))
const length = v.union([
  millimetres,
  v.pipe(
    v.string(),
    v.transform((text) => lengthOf(text, 'mm')),
    millimetres,
  ),
])

/** A text of the figure, or false to leave it out. */
const figureText = v.union([v.literal(false), v.pipe(v.string(), v.maxLength(2000))])

const TEXT_FORM = 'A text, or false to leave it out.'

/** The settings of the size, resolution and texts of a figure for a paper. */
export const paperSettings = {
  paper: setting(oneOf(papers), {
    default: 'screen',
    section: 'Paper',
    name: 'Made for',
    help: 'The figure gets the size and text size of this medium, on the page and in files.',
    terms: [
      'paper',
      'size',
      'journal',
      'conference',
      'venue',
      'column',
      'slide',
      'poster',
      'print',
      'font size',
      'text size',
      'dpi',
    ],
    options: papers,
  }),
  paper_width: setting(length, {
    absent: 'usual',
    section: 'Paper',
    name: 'Paper width',
    help: 'The width of the figure, as 3.25 in, 82 mm, 8.2 cm or 234 pt.',
    form: 'In millimetres, 20 to 2000, or with a unit: 3.25 in.',
    terms: ['size', 'mm', 'inch', 'paper'],
  }),
  paper_height: setting(length, {
    absent: 'usual',
    section: 'Paper',
    name: 'Paper height',
    help: 'If empty, it follows from the shape of the cells.',
    form: 'In millimetres, 20 to 2000, or with a unit: 3.25 in.',
    terms: ['size', 'mm', 'inch', 'paper', 'aspect ratio'],
  }),
  unit: setting(oneOf(units), {
    default: 'mm',
    section: 'Paper',
    name: 'Unit',
    help: 'Lengths are shown in this unit.',
    terms: ['mm', 'inches', 'millimeters', 'centimeters'],
    options: units,
  }),
  font_size: setting(v.pipe(v.number(), v.minValue(4), v.maxValue(72)), {
    absent: 'usual',
    section: 'Paper',
    name: 'Text size',
    help: 'The size of the labels in points, 4 to 72.',
    terms: ['font size', 'points', 'pt', 'letters'],
  }),
  dpi: setting(v.pipe(v.number(), v.safeInteger(), v.minValue(150), v.maxValue(600)), {
    absent: 'usual',
    section: 'Paper',
    name: 'Pixels per inch',
    help: 'The resolution of a PNG, 150 to 600. It is stored in the file.',
    terms: ['dpi', 'resolution', 'ppi', 'sharpness'],
  }),
  title: setting(figureText, {
    absent: 'automatic',
    isLasting: false,
    section: 'Paper',
    name: 'Title',
    help: 'The text above the figure.',
    form: TEXT_FORM,
    terms: ['heading', 'name'],
  }),
  x_title: setting(figureText, {
    absent: 'automatic',
    section: 'Paper',
    name: 'Token axis',
    help: 'The title of the horizontal axis.',
    form: TEXT_FORM,
    terms: ['x label', 'xlabel', 'axis title'],
  }),
  y_title: setting(figureText, {
    absent: 'automatic',
    section: 'Paper',
    name: 'Layer axis',
    help: 'The title of the vertical axis.',
    form: TEXT_FORM,
    terms: ['y label', 'ylabel', 'axis title'],
  }),
  color_title: setting(figureText, {
    absent: 'automatic',
    section: 'Paper',
    name: 'Color bar title',
    help: 'The text at the color bar.',
    form: TEXT_FORM,
    terms: ['metric', 'colorbar label', 'legend title', 'cbar'],
  }),
  caption: setting(figureText, {
    absent: 'automatic',
    isLasting: false,
    section: 'Paper',
    name: 'Caption',
    help: 'The text below the figure. The note on shared pixels stays.',
    form: TEXT_FORM,
    terms: ['note', 'legend', 'footer', 'description'],
  }),
}
