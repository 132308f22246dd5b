/** The name of each axis of a tensor, in the singular, as a title begins with it: `Head`, `Source token`. */
export interface Axes {
  readonly query: string
  readonly row: string
  readonly column: string
}

/** The axes of a tensor that names none of its own. */
export const DEFAULT_AXES: Axes = { query: 'Meta token', row: 'Layer', column: 'Token' }

/** Longest name of an axis in UTF-16 units. */
export const LONGEST_AXIS_NAME = 60

/** Whether a name is one visible line without characters that control the direction of text. */
export function isAxisName(name: string): boolean {
  return name.trim() !== '' && !/[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/u.test(name)
}

/** Names of some axes; absent ones have their default. */
export type AxisNames = { readonly [Axis in keyof Axes]?: string | undefined }

/** Returns the axes with these names. Names without anything but white space count as absent. */
export function axesOf(names: AxisNames | undefined): Axes {
  return {
    query: names?.query?.trim() || DEFAULT_AXES.query,
    row: names?.row?.trim() || DEFAULT_AXES.row,
    column: names?.column?.trim() || DEFAULT_AXES.column,
  }
}

/** Returns the names that differ from the defaults, or undefined if none does. */
export function ownAxisNames(axes: Axes): Readonly<Record<string, string>> | undefined {
  const keys = ['query', 'row', 'column'] as const
  const own = keys.filter((key) => axes[key] !== DEFAULT_AXES[key])
  return own.length === 0 ? undefined : Object.fromEntries(own.map((key) => [key, axes[key]]))
}
