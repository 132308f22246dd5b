import { isZoomed, type Windows } from '../tensor/Windows'
import { type FindingOptions } from '../figure/figureFindings'

/** Files that show the figure, and may carry its tensor. */
export type FigureKind = 'svg' | 'png' | 'html'
export type CopyKind = 'svg' | 'png' | 'csv' | 'description' | 'link'
export type Background = 'white' | 'dark' | 'transparent'

/** How much of the tensor is meant: every query, or what is visible. */
export type Extent = 'all' | 'visible'

export interface ExportOptions {
  readonly background: Background
  /** PNG pixels per CSS pixel of the figure. */
  readonly scale: '1' | '2' | '3' | '4'
  /** What of a zoomed figure is saved. */
  readonly part: 'visible' | 'whole'
  /** Whether a pinned cell is outlined and named in the caption. */
  readonly hasMark: boolean
  /** What of the tensor a figure carries; absent = what it shows. */
  readonly carried?: Extent | 'none'
  readonly table: 'tidy' | 'matrix'
  /** What of the tensor a table has. */
  readonly rows: Extent
}

export const defaultExportOptions: ExportOptions = {
  background: 'white',
  scale: '2',
  part: 'visible',
  hasMark: true,
  table: 'tidy',
  rows: 'all',
}

/** The options of the menu, and how the description in the figure is made. */
export interface DescribedOptions extends ExportOptions {
  readonly findings: FindingOptions
}

/** What a figure carries where nobody has chosen: no more than it shows, since a prompt may be private. */
export function carriedOf(
  { windows }: { readonly windows: Windows },
  { carried, part }: Pick<ExportOptions, 'carried' | 'part'>,
): Extent | 'none' {
  return carried ?? (isZoomed(windows) && part === 'visible' ? 'visible' : 'all')
}
