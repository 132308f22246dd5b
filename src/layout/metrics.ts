import { type TextStyle } from './shorten'

/** The figure's type: sizes in CSS pixels. */
export const TITLE: TextStyle = { fontSize: 16, face: 'sans', isBold: true }
export const SUBTITLE: TextStyle = { fontSize: 12, face: 'sans' }
export const PANEL_TITLE: TextStyle = { fontSize: 13, face: 'sans', isBold: true }
export const AXIS_TITLE: TextStyle = { fontSize: 13, face: 'sans' }
export const TICK: TextStyle = { fontSize: 12, face: 'sans' }
export const TOKEN: TextStyle = { fontSize: 12, face: 'mono' }
export const CAPTION: TextStyle = { fontSize: 11, face: 'sans' }

/** Below this width of the figure, in CSS pixels, margins are tighter. */
export const NARROW = 560

/** Distance from one baseline to the next, as a multiple of the font size. */
export const LINE_HEIGHT = 1.4

/** White space around everything in the figure, in CSS pixels. */
export const PAD = 16

/** Height of one line, in CSS pixels. */
export function lineHeight(style: TextStyle): number {
  return style.fontSize * LINE_HEIGHT
}
