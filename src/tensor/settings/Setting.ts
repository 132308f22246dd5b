import type * as v from 'valibot'

/** The sections of the settings panel. */
export type SectionName = 'Colors' | 'Tokens' | 'Cells' | 'Layout' | 'Paper'

/** The facts of a tensor that a default may depend on. */
export interface DefaultFacts {
  readonly hasQueries: boolean
}

export type Option<Value = unknown> = readonly [value: Value, label: string]

/** The words of a choice in the toolbar. */
interface ToolbarWords<Value> {
  readonly name: string
  /** Default those of the panel. */
  readonly options?: readonly Option<Value>[]
}

interface SettingWords<Value> {
  /** As the panel labels it. */
  readonly name: string
  /** One sentence, or less, that ends with a full stop. */
  readonly help: string
  /** Facts for writers of files, addresses and commands: unit, form, first index. The panel's control shows them. */
  readonly form?: string
  /** Other words that a reader may search for, in lower case. */
  readonly terms: readonly string[]
  /** The words for each value of a choice, in the order of the list. */
  readonly options?: readonly Option<Value>[]
  /** Where the toolbar has less room, or a heading of its own; default the words of the panel. */
  readonly toolbar?: ToolbarWords<Value>
  /** Absent where the setting has no row in the panel, since it is set at the figure or in an editor of its own. */
  readonly section?: SectionName
  /**
   * Whether a value is true of the next file too; false where it names a cell, a text or a width of this one. Default
   * true.
   */
  readonly isLasting?: boolean | ((value: unknown) => boolean)
}

/** The value of a setting that was not chosen; words for it where it depends on the tensor or the screen. */
type Rest<Value> =
  { readonly default: Value | ((tensor: DefaultFacts) => Value) } | { readonly absent: string }

/** All that is given of a setting but its schema. */
export type Given<Value = unknown> = SettingWords<Value> & Rest<Value>

/** One setting of a view. Its key in the table is its key in files, in addresses and, with dashes, the shell's flag. */
export type Setting<Value = unknown> = Given<Value> & {
  readonly schema: v.GenericSchema<unknown, Value>
}

/** Makes an entry of the table. A setting with `absent` may be missing from a view; one with a default never is. */
export function setting<Value, const All extends Given<Value>>(
  schema: v.GenericSchema<unknown, Value>,
  given: All,
): All & { readonly schema: v.GenericSchema<unknown, Value> } {
  return { ...given, schema }
}
