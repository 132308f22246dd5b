import { paperOf } from '../layout/paper'
import { type View } from '../tensor/View'
import { isZoomed, type Windows } from '../tensor/Windows'

/** The background of a picture. */
export type Background = 'white' | 'dark' | 'transparent'

/** The exported part of the tensor: every query, or only the visible cells. */
export type TensorPart = 'all' | 'visible'

/** The part of its tensor that a figure carries. */
export type Carried = TensorPart | 'none'

/** Options of all kinds of exports; each kind uses some of them. */
export interface ExportOptions {
  readonly background: Background
  /** PNG pixels per CSS pixel of the figure. */
  readonly scale: '1' | '2' | '3' | '4'
  /** The part of a zoomed figure that is saved. */
  readonly part: 'visible' | 'whole'
  /** Whether a pinned cell is outlined and named in the caption. */
  readonly hasMark: boolean
  /** Whether a picture states that it contains its data; absent for yes, except on paper. */
  readonly hasDataNote?: boolean
  /** The part of the tensor that the file carries; absent for the part that the figure shows. */
  readonly carried?: Carried
  readonly table: 'tidy' | 'matrix'
  /** The part of the tensor that a table contains. */
  readonly rows: TensorPart
}

export const defaultExportOptions: ExportOptions = {
  background: 'white',
  scale: '2',
  part: 'visible',
  hasMark: true,
  table: 'tidy',
  rows: 'all',
}

/**
 * Returns the part of its tensor that a figure carries. The default is the part that it shows, since a prompt may be
 * private.
 */
export function carriedOf(
  { windows }: { readonly windows: Windows },
  { carried, part }: Pick<ExportOptions, 'carried' | 'part'>,
): Carried {
  return carried ?? (isZoomed(windows) && part === 'visible' ? 'visible' : 'all')
}

/** Returns whether a picture states that it contains its data. */
export function hasDataNote(
  view: View,
  { hasDataNote: chosen }: Pick<ExportOptions, 'hasDataNote'>,
): boolean {
  return chosen ?? paperOf(view) === undefined
}
