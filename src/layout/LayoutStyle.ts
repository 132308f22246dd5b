import { type TextStyle } from './TextStyle'

/** The sizes of a figure's texts and of the space between its parts, in CSS pixels. */
export interface LayoutStyle {
  readonly title: TextStyle
  readonly subtitle: TextStyle
  readonly panelTitle: TextStyle
  readonly axisTitle: TextStyle
  /** Style of the note after the title of the token axis. */
  readonly axisNote: TextStyle
  /** Style of the labels of the layer axis and the color bar. */
  readonly tick: TextStyle
  readonly token: TextStyle
  /** Style of captions, legend, profiles and counts at the color bar. */
  readonly caption: TextStyle
  /** Free space at all edges of the figure. */
  readonly pad: number
  /** Gap above and below each block of text. */
  readonly blockGap: number
  /** Gap between the labels of an axis and its title. */
  readonly titleGap: number
  /** Distance from the top of the title of an axis to its baseline. */
  readonly titleBaseline: number
  /** Width of the title of the layer axis, without its gap. */
  readonly layerTitleWidth: number
  /** Gap between a plot and its layer labels. */
  readonly layerGap: number
  /** Least distance of two layer labels. */
  readonly layerSpacing: number
  /** Distance from a plot to the end of a turned token label, and to the baseline of an upright one. */
  readonly tokenGap: number
  readonly tokenBaseline: number
  /** Height that upright token labels need below a plot. */
  readonly tokenDepth: number
  /** Least distance of two token labels at 90°. */
  readonly tokenSpacing: number
  /** Whether token labels may be turned by 45°. */
  readonly hasSlantedTokens: boolean
  /** Whether title and note of the token axis are always on one line. */
  readonly hasOneTitleLine: boolean
  readonly bar: BarStyle
  /** Height of the tree of the tokens, and width of that of the layers. */
  readonly treeSize: number
  /** Height of the profile above a plot, and width of the one beside it in a wide and in a narrow figure. */
  readonly profileHeight: number
  readonly profileWidths: readonly [wide: number, narrow: number]
}

/** The sizes of the parts of a color bar. */
export interface BarStyle {
  readonly width: number
  readonly tickLength: number
  /** Gap between the ticks and their texts. */
  readonly textGap: number
  /** Gap between the texts and the title beside them. */
  readonly titleGap: number
  /** Width of a title beside the bar. */
  readonly titleWidth: number
  /** Gap between the plot and the bar, in a wide and in a narrow figure. */
  readonly gaps: readonly [wide: number, narrow: number]
  /** Width that a bracket beside the bar adds to the gap. */
  readonly bracketRoom: number
}

/** The style of a figure on the screen. */
export const screenStyle: LayoutStyle = {
  title: { fontSize: 16, face: 'sans', isBold: true },
  subtitle: { fontSize: 12, face: 'sans' },
  panelTitle: { fontSize: 13, face: 'sans', isBold: true },
  axisTitle: { fontSize: 13, face: 'sans' },
  axisNote: { fontSize: 12, face: 'sans' },
  tick: { fontSize: 12, face: 'sans' },
  token: { fontSize: 12, face: 'mono' },
  caption: { fontSize: 11, face: 'sans' },
  pad: 16,
  blockGap: 10,
  titleGap: 8,
  titleBaseline: 13,
  layerTitleWidth: 19,
  layerGap: 8,
  layerSpacing: 15,
  tokenGap: 8,
  tokenBaseline: 15,
  tokenDepth: 20,
  tokenSpacing: 14,
  hasSlantedTokens: true,
  hasOneTitleLine: false,
  bar: {
    width: 14,
    tickLength: 4,
    textGap: 4,
    titleGap: 8,
    titleWidth: 18.2,
    gaps: [22, 12],
    bracketRoom: 0,
  },
  treeSize: 34,
  profileHeight: 76,
  profileWidths: [100, 64],
}

const embedded = { fontSize: 12, face: 'sans', isEmbedded: true } as const

/** The style of a figure for paper: all texts have the size of the labels, and the plot gets the room. */
export const paperStyle: LayoutStyle = {
  title: { ...embedded, isBold: true },
  subtitle: embedded,
  panelTitle: { ...embedded, isBold: true },
  axisTitle: embedded,
  axisNote: embedded,
  tick: embedded,
  token: { ...embedded, face: 'mono' },
  caption: { ...embedded, fontSize: 11 },
  pad: 3,
  blockGap: 4,
  titleGap: 2,
  titleBaseline: 10,
  layerTitleWidth: 12.5,
  layerGap: 3,
  layerSpacing: 12.5,
  tokenGap: 4,
  tokenBaseline: 12,
  tokenDepth: 15,
  tokenSpacing: 12.5,
  hasSlantedTokens: false,
  hasOneTitleLine: true,
  bar: {
    width: 9,
    tickLength: 2.5,
    textGap: 2,
    titleGap: 3,
    titleWidth: 13,
    gaps: [5, 5],
    bracketRoom: 3.5,
  },
  treeSize: 20,
  profileHeight: 40,
  profileWidths: [60, 44],
}
