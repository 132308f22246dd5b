/** From the document's root downwards: keys of objects and indices of arrays. */
export type JsonPath = readonly (string | number)[]

/** `values[1][3][7]`, `[0][2]`, `queries[0].label`, `["two words"]`; empty for the root. */
export function pathText(path: JsonPath): string {
  return path
    .map((segment, i) => {
      if (typeof segment === 'number') return `[${segment}]`
      if (!/^[A-Za-z_$][\w$]*$/.test(segment)) return `[${JSON.stringify(segment)}]`
      return i === 0 ? segment : `.${segment}`
    })
    .join('')
}
