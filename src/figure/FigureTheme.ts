import { colormaps, type AbsentColors } from '../color/colormaps'
import { type Colormap } from '../tensor/View'

/** The colors of the figure except the ramp, each as `#rrggbb`. */
export interface FigureTheme {
  readonly background: string
  readonly text: string
  /** Color of secondary text; its contrast with the background is at least 4.5. */
  readonly muted: string
  readonly line: string
  /** The eighth color of pinned lines (`lineColor`). */
  readonly lastLine: string
  /** Color of the strokes in padding. */
  readonly hatch: string
  readonly absent: AbsentColors
}

export type ThemeName = 'light' | 'dark'

/** Hues that are not in viridis, so that no cell of the domain looks like one beyond it. */
const beyond = { below: '#d6409f', above: '#ff7a45' }

export const figureThemes: Readonly<Record<ThemeName, FigureTheme>> = {
  light: {
    background: '#ffffff',
    text: '#1a1d24',
    muted: '#59616f',
    line: '#8b93a1',
    lastLine: '#8a7d00',
    hatch: '#c9ced8',
    absent: { ...beyond, missing: '#9aa1ad' },
  },
  dark: {
    background: '#11151b',
    text: '#eceff4',
    muted: '#a0a8b6',
    line: '#6b7484',
    lastLine: '#f0e442',
    hatch: '#3a4250',
    absent: { ...beyond, missing: '#717a89' },
  },
}

const made = new Map<string, FigureTheme>()

/**
 * Returns a theme with a colormap's colors of absent cells; always the same object for the same arguments. On paper, all
 * texts and ticks have the color of text.
 */
export function figureTheme(name: ThemeName, colormap: Colormap, isOnPaper = false): FigureTheme {
  const key = `${name} ${colormap} ${isOnPaper}`
  const { text } = figureThemes[name]
  const theme = {
    ...figureThemes[name],
    ...(isOnPaper && { muted: text, line: text }),
  }
  const absent = { ...theme.absent, ...colormaps[colormap].absent }
  const known = made.get(key) ?? { ...theme, absent }
  made.set(key, known)
  return known
}

/** Font families of a figure. */
export interface FigureFonts {
  readonly words: string
  readonly tokens: string
}

const SANS =
  '"Segoe UI", "Helvetica Neue", "Noto Sans", "Liberation Sans", Helvetica, Arial, sans-serif'
const MONO = 'Menlo, Consolas, "DejaVu Sans Mono", "Noto Sans Mono", "Liberation Mono", monospace'

/** The fonts on the screen, and those on paper, which name the faces of a PDF first. */
export const figureFonts: Readonly<Record<'screen' | 'paper', FigureFonts>> = {
  screen: { words: SANS, tokens: MONO },
  paper: { words: `"DejaVu Sans", ${SANS}`, tokens: `"DejaVu Sans Mono", ${MONO}` },
}
