/** Names of the dimensions of arrays under known keys, one pattern and list of names for each number of dimensions. */
const names: readonly (readonly [path: RegExp, ...names: readonly string[]])[] = [
  // trait-interp: https://github.com/ewernn/trait-interp
  [/projections\.(?:prompt|response)$/, 'token', 'layer', 'component'],
  // Metrics of heads in Neuronpedia.
  [/metrics\.\w+$/, 'layer', 'head'],
  [/att(?:entio)?ns?|pattern/i, 'head', 'query', 'key'],
  [/att(?:entio)?ns?|pattern/i, 'layer', 'head', 'query', 'key'],
  [/att(?:entio)?ns?|pattern/i, 'sample', 'layer', 'head', 'query', 'key'],
]

/**
 * Returns the names of an array's dimensions by its path and its number of dimensions, or undefined if they are not
 * known.
 */
export function knownDimensions(path: string, rank: number): readonly string[] | undefined {
  const found = names.find(([pattern, ...rest]) => rest.length === rank && pattern.test(path))
  return found?.slice(1).map(String)
}
