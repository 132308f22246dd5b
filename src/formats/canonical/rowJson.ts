import { exactText } from '../../tensor/exactText'

/**
 * A row of values as JSON, each with the shortest decimal of its width. Missing values are `null`;
 * ±Infinity is `±1e999`, which is valid JSON and reads back as Infinity.
 */
export function rowJson(values: Float64Array | Float32Array): string {
  const isFloat32 = values instanceof Float32Array
  const texts: string[] = []
  for (const value of values) texts.push(cellJson(value, isFloat32))
  return `[${texts.join(', ')}]`
}

function cellJson(value: number, isFloat32: boolean): string {
  if (Number.isFinite(value)) return exactText(value, isFloat32)
  if (Number.isNaN(value)) return 'null'
  return value > 0 ? '1e999' : '-1e999'
}
