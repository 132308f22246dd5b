import * as v from 'valibot'
import { type Option } from './Setting'

export const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

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
