import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { sampleText } from '../../../src/app/samples/CompactSample'
import { compact } from '../../../src/build/compactSamples'

describe('compactSamples', () => {
  it.each(['meta-token-2', 'list-recall', 'five-lists'])('keeps every value of %s', (name) => {
    const text = readFileSync(`src/app/samples/${name}.json`, 'utf8')
    expect(JSON.parse(sampleText(compact(text)))).toEqual(JSON.parse(text))
  })

  it('takes half of the bytes where all values are float32', () => {
    const text = readFileSync('src/app/samples/five-lists.json', 'utf8')
    expect(JSON.stringify(compact(text)).length).toBeLessThan(text.length / 2)
  })

  it('leaves a document alone that would lose a digit', () => {
    expect(compact('{"values":[[[0.1]]]}')).toBe('{"values":[[[0.1]]]}')
  })

  it.each(['[[0.5]]', '{"values":[[null]]}', '{"values":[["x"]]}', '{"values":[[[-0]]]}', '{}'])(
    'leaves %s alone',
    (text) => {
      expect(compact(text)).toBe(text)
    },
  )

  it('keeps ragged rows', () => {
    const text = '{"values":[[[0.5],[]],[[1.5,2]]],"title":"t"}'
    expect(compact(text)).not.toBe(text)
    expect(JSON.parse(sampleText(compact(text)))).toEqual(JSON.parse(text))
  })
})
