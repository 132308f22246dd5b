import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { packSample, unpackSample } from '../../../../src/app/open/packedSample'
import { samples } from '../../../../src/app/open/samples'

describe.each(['meta-token-2', 'list-recall', 'five-lists'])('the sample %s', (name) => {
  const path = new URL(`../../../../src/app/open/samples/${name}.json`, import.meta.url)
  const file = readFileSync(path, 'utf8')

  it('is opened byte for byte as its file', async () => {
    const opened = samples.find((sample) => sample.name === name)?.open()
    if (opened === undefined || !('blob' in opened)) throw new Error('the sample is no file')
    expect(await opened.blob.text()).toBe(file)
  })
})

it('numbers that no float32 prints come back as they were written', () => {
  const file =
    '[0.1234567890123, 0.50, 1.5e-7, 0.02500000037252903, 2.9802322387695312e-8, -0.000001]'
  const packed = packSample(file)
  expect(packed.text).toBe('[0.1234567890123, 0.50, 1.5e-7, ~, ~, -0.000001]')
  expect(unpackSample(packed)).toBe(file)
})

it('a file that holds the sign of a packed number is refused', () => {
  expect(() => packSample('["~"]')).toThrow('~')
})
