import { isZoomed, type Windows } from '../tensor/Windows'

export type Background = 'white' | 'dark' | 'transparent'

/** How much of the tensor is meant: every query, or what is visible. */
export type Extent = 'all' | 'visible'

/** How much of its tensor a figure carries. */
export type Carried = Extent | 'none'

export interface ExportOptions {
  readonly background: Background
  /** PNG pixels per CSS pixel of the figure. */
  readonly scale: '1' | '2' | '3' | '4'
  /** What of a zoomed figure is saved. */
  readonly part: 'visible' | 'whole'
  /** Whether a pinned cell is outlined and named in the caption. */
  readonly hasMark: boolean
  /** Absent = what the figure shows. */
  readonly carried?: Carried
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

/** Returns how much of its tensor a figure carries: unless chosen, no more than it shows, since a prompt may be private. */
export function carriedOf(
  { windows }: { readonly windows: Windows },
  { carried, part }: Pick<ExportOptions, 'carried' | 'part'>,
): Carried {
  return carried ?? (isZoomed(windows) && part === 'visible' ? 'visible' : 'all')
}
