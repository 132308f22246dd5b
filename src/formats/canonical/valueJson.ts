import { type JsonValue } from '../../tensor/Tensor'

/** Returns a value as JSON on one line, with a space after each comma and colon. ±Infinity is ±1e999, −0 is -0. */
export function valueJson(value: JsonValue): string {
  if (typeof value === 'number') return numberJson(value)
  if (isArray(value)) return `[${value.map(valueJson).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).map(([key, entry]) => entryJson(key, entry))
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`
}

export function entryJson(key: string, value: JsonValue): string {
  return `${JSON.stringify(key)}: ${valueJson(value)}`
}

function numberJson(value: number): string {
  if (Number.isNaN(value)) return 'null'
  if (!Number.isFinite(value)) return value > 0 ? '1e999' : '-1e999'
  return Object.is(value, -0) ? '-0' : String(value)
}

function isArray(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value)
}
