import { readFileSync } from 'node:fs'
import { type Plugin } from 'vite'
import { type CompactSample } from '../app/samples/CompactSample'

const QUERY = '?sample'

/**
 * Turns `import sample from './x.json?sample'` into the file's text, or into a `CompactSample` where that says the same
 * in half of the bytes: digits of floating point numbers are all but incompressible.
 */
export function compactSamples(): Plugin {
  return {
    name: 'simlens:compact-samples',
    load(id) {
      if (!id.endsWith(`.json${QUERY}`)) return null
      const text = readFileSync(id.slice(0, -QUERY.length), 'utf8')
      return { code: `export default ${JSON.stringify(compact(text))}`, moduleType: 'js' }
    },
  }
}

/** The sample with its values as float32 where every one of them is one; else its text as it is. */
export function compact(text: string): CompactSample | string {
  const document: unknown = JSON.parse(text)
  if (!isSample(document)) return text
  const numbers = document.values.flat(2)
  if (!numbers.every(isKept)) return text
  const { values, ...rest } = document
  return {
    rest,
    lengths: values.map((rows) => rows.map((row) => row.length)),
    float32: Buffer.from(Float32Array.from(numbers).buffer).toString('base64'),
  }
}

/** JSON.stringify, which writes the sample out again, has no −0. */
function isKept(value: number): boolean {
  return value === Math.fround(value) && !Object.is(value, -0)
}

function isSample(document: unknown): document is { readonly values: number[][][] } {
  if (typeof document !== 'object' || document === null || !('values' in document)) return false
  const { values } = document
  return Array.isArray(values) && values.flat(2).every((value) => typeof value === 'number')
}
