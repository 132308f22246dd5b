import { type View } from '../tensor/View'
import { screenStyle } from './LayoutStyle'
import { type FigureSize, type PaperFormat } from './LayoutInput'

const MM_PER_INCH = 25.4
const PIXELS_PER_INCH = 96
const POINTS_PER_INCH = 72
const LABEL = screenStyle.tick.fontSize

/** Point size of the labels of a figure as it is laid out for the screen. */
const SCREEN_POINTS = (LABEL * POINTS_PER_INCH) / PIXELS_PER_INCH

/** Usual sizes of a kind of paper. */
interface PaperKind {
  /** In millimetres; absent if the figure has its size on the screen. */
  readonly width?: number
  /** In millimetres; absent if it follows from the cells. */
  readonly height?: number
  /** Size of the labels in points. */
  readonly points: number
  /** Pixels per inch of a PNG. */
  readonly dpi: number
  /** Whether a figure has the title and the caption in it, since nothing is printed beside it. */
  readonly isAlone: boolean
  /** The document that states the width. */
  readonly source?: string
}

const inches = (length: number): number => length * MM_PER_INCH
const printed = { points: 8, dpi: 300, isAlone: false } as const

/** The papers. A venue's width is that of its text or column, so that a figure is included without scaling. */
export const paperKinds: Readonly<Record<View['paper'], PaperKind>> = {
  screen: { points: SCREEN_POINTS, dpi: 300, isAlone: true },
  column: {
    ...printed,
    width: inches(3.25),
    source: 'icml2025.sty: \\textwidth 6.75in, \\columnsep 0.25in',
  },
  columns: { ...printed, width: inches(6.75), source: 'icml2025.sty: \\textwidth 6.75in' },
  slide: {
    width: inches(10),
    height: inches(5.625),
    points: 14,
    dpi: 150,
    isAlone: true,
    source: 'PowerPoint: on-screen show (16:9), 10 in × 5.625 in',
  },
  poster: {
    width: 500,
    points: 24,
    dpi: 150,
    isAlone: true,
    source: 'ISO 216: A0 is 841 mm wide, of which the figure has 500 mm',
  },
  neurips: { ...printed, width: inches(5.5), source: 'neurips_2025.sty: textwidth=5.5in' },
  iclr: {
    ...printed,
    width: inches(5.5),
    source: 'iclr2026_conference.sty: \\textwidth 5.5 true in',
  },
  acl: { ...printed, width: 77, source: 'acl-style-files, formatting.md: column width 7.7 cm' },
  'acl-wide': {
    ...printed,
    width: 160,
    source: 'acl-style-files, formatting.md: two columns of 7.7 cm, gap 0.6 cm',
  },
  ieee: {
    ...printed,
    width: inches(3.5),
    source:
      'IEEE Author Center, Size Requirements for Graphics: one column 3.5 inches (IEEEtran: 252 TeX points, 0.4 % less)',
  },
  'ieee-wide': {
    ...printed,
    width: inches(7.16),
    source:
      'IEEE Author Center, Size Requirements for Graphics: two columns 7.16 inches (IEEEtran: 516 TeX points, 0.3 % less)',
  },
  nature: {
    ...printed,
    points: 7,
    width: 89,
    source: 'Nature research figure guide: single column 89 mm, text 5 to 7 pt',
  },
  'nature-wide': {
    ...printed,
    points: 7,
    width: 183,
    source: 'Nature research figure guide: double column 183 mm, text 5 to 7 pt',
  },
  a4: { ...printed, points: 9, width: 159.2, source: 'ISO 216: 210 mm, margins of 1 in' },
  letter: {
    ...printed,
    points: 9,
    width: inches(6.5),
    source: 'ANSI Y14.1: 8.5 in, margins of 1 in',
  },
}

/** The size of a figure on paper. */
export interface Paper {
  /** The size for which the figure is laid out. A label is 12 CSS pixels high, whatever its size in points. */
  readonly size: FigureSize & { readonly paper: PaperFormat }
  /** Millimetres on paper per CSS pixel of the layout. */
  readonly mmPerPixel: number
  /** Size of the labels in points. */
  readonly points: number
  /** Pixels per inch of a PNG. */
  readonly dpi: number
}

/**
 * Greatest height in millimetres that a figure beside text gets from its cells, so that its caption fits on the page
 * too: the limit of the Nature research figure guide.
 */
const MOST_HEIGHT = 170

/** Height of a figure as a share of its width, by which panels are arranged if no height is given. */
const NOMINAL_SHARE = 0.75

/** Returns the paper that a view sets, or undefined if it sets no width. */
export function paperOf(view: View): Paper | undefined {
  const kind = paperKinds[view.paper]
  const width = view.paper_width ?? kind.width
  if (width === undefined) return undefined
  const height = view.paper_height ?? kind.height
  const points = view.font_size ?? kind.points
  const dpi = view.dpi ?? kind.dpi
  const mmPerPixel = (points / POINTS_PER_INCH / LABEL) * MM_PER_INCH
  return {
    size: {
      width: width / mmPerPixel,
      height: (height ?? width * NOMINAL_SHARE) / mmPerPixel,
      pixelRatio: (dpi / MM_PER_INCH) * mmPerPixel,
      paper: {
        isHeightGiven: height !== undefined,
        mostHeight: kind.isAlone ? Infinity : MOST_HEIGHT / mmPerPixel,
        hasTitle: kind.isAlone,
        hasCaption: kind.isAlone,
      },
    },
    mmPerPixel,
    points,
    dpi,
  }
}
