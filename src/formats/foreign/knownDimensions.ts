/** What the dimensions of arrays are called that stand under certain keys, by how many there are. */
const names: readonly (readonly [path: RegExp, ...names: readonly string[]])[] = [
  // trait-interp: https://github.com/ewernn/trait-interp
  [/projections\.(?:prompt|response)$/, 'token', 'layer', 'component'],
  // Neuronpedia's metrics of heads.
  [/metrics\.\w+$/, 'layer', 'head'],
  [/att(?:entio)?ns?|pattern/i, 'head', 'query', 'key'],
  [/att(?:entio)?ns?|pattern/i, 'layer', 'head', 'query', 'key'],
  [/att(?:entio)?ns?|pattern/i, 'sample', 'layer', 'head', 'query', 'key'],
]

/** Names of the dimensions of an array, by its path and rank; undefined where they are not known. */
export function knownDimensions(path: string, rank: number): readonly string[] | undefined {
  const found = names.find(([pattern, ...rest]) => rest.length === rank && pattern.test(path))
  return found?.slice(1).map(String)
}
