import { type CsvRow } from './CsvRows'

/** Which column of a table in long form says what; −1 = none does. */
export interface TidyColumns {
  readonly query: number
  readonly layer: number
  readonly index: number
  readonly token: number
  readonly distance: number
  readonly value: number
}

const names = {
  query: /^(?:query|queries|meta_token|query_token)$/,
  layer: /^layers?(?:_?(?:id|idx|index|name))?$/,
  index: /^(?:token_)?(?:index|idx|id|position|pos)$/,
  token: /^(?:tokens?(?:_text)?|text|word|label)$/,
  distance: /^distance$/,
  value: /^(?:values?|sim|similarity|cos|cosine|cos(?:ine)?_sim(?:ilarity)?|score|weight)$/,
}

/** The columns of a table in long form, by its first row; undefined where it is none. */
export function tidyColumns(header: CsvRow): TidyColumns | undefined {
  const keys = header.map((name) =>
    name
      .trim()
      .toLowerCase()
      .replace(/[\s.-]+/g, '_'),
  )
  const columnOf = (name: RegExp): number => keys.findIndex((key) => name.test(key))
  const columns = {
    query: columnOf(names.query),
    layer: columnOf(names.layer),
    index: columnOf(names.index),
    token: columnOf(names.token),
    distance: columnOf(names.distance),
    value: columnOf(names.value),
  }
  const { layer, index, token, value } = columns
  return layer >= 0 && value >= 0 && Math.max(index, token) >= 0 ? columns : undefined
}
