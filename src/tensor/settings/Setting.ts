import * as v from 'valibot'

/** The sections of the settings panel. */
export type SectionName = 'Colors' | 'Tokens' | 'Cells' | 'Layout' | 'Paper'

/** The facts of a tensor on which a default may depend. */
export interface DefaultFacts {
  readonly hasQueries: boolean
}

/** What a default may depend on: the tensor, and whether the view shows several queries, in panels or as rows. */
export interface DefaultGround extends DefaultFacts {
  readonly hasSeveral: boolean
}

/** A value of a choice with its label. */
export type Option<Value = unknown> = readonly [value: Value, label: string]

/** The words of a choice in the toolbar. */
interface ToolbarWords<Value> {
  readonly name: string
  /** Default: the options of the panel. */
  readonly options?: readonly Option<Value>[]
}

interface SettingWords<Value> {
  /** Label in the panel. */
  readonly name: string
  /** One sentence or phrase that ends with a full stop. */
  readonly help: string
  /** Unit, form and first index, for writers of files, addresses and commands. In the panel the control shows them. */
  readonly form?: string
  /** Other words that a reader may search for, in lower case. */
  readonly terms: readonly string[]
  /** The words for each value of a choice, in the order of the list. */
  readonly options?: readonly Option<Value>[]
  /** Words for the toolbar, if it has less room or a heading of its own. Default: the words of the panel. */
  readonly toolbar?: ToolbarWords<Value>
  /**
   * Section of the panel. Absent if the setting has no row there, because it is set at the figure or in an editor of
   * its own.
   */
  readonly section?: SectionName
  /**
   * Whether a value also applies to the next file. False if it refers to a cell, a text or a width of this one. Default
   * true.
   */
  readonly isLasting?: boolean | ((value: unknown) => boolean)
}

/** The value of a setting that was not chosen, and words for it if it depends on the tensor or the screen. */
type Rest<Value> =
  { readonly default: Value | ((ground: DefaultGround) => Value) } | { readonly absent: string }

/** The entry of a setting without its schema. */
export type Given<Value = unknown> = SettingWords<Value> & Rest<Value>

/**
 * One setting of a view. Its key in the table is also its key in files and in addresses and, with dashes, the flag of
 * the shell.
 */
export type Setting<Value = unknown> = Given<Value> & {
  readonly schema: v.GenericSchema<unknown, Value>
}

/**
 * Returns an entry of the table. If the entry has `absent`, a view may lack the setting; if it has a default, every
 * view has it.
 */
export function setting<Value, const All extends Given<Value>>(
  schema: v.GenericSchema<unknown, Value>,
  given: All,
): All & { readonly schema: v.GenericSchema<unknown, Value> } {
  return { ...given, schema }
}

/** The schema of an index or a count. */
export const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

/** The schema of a number that is neither infinite nor NaN. */
export const finite = v.pipe(v.number(), v.finite())

/** The schema of the two ends of a range of values. */
export const ends = v.pipe(
  v.strictTuple([finite, finite]),
  v.check(([low, high]) => low < high, 'the first end must be below the second'),
)

/** Returns the schema of a choice: one of the values of the options. */
export function oneOf<Value extends string | number>(
  options: readonly Option<Value>[],
): v.GenericSchema<unknown, Value> {
  return v.picklist(options.map(([value]) => value))
}
