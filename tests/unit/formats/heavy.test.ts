import { describe, expect, it } from 'vitest'
import { readTensor } from '../../../src/formats/readTensor'
import {
  sourceOfBytes,
  sourceOfText,
  type ByteSource,
} from '../../../src/formats/source/ByteSource'
import { archiveBytes, bytesOf, npyBytes, safetensorsBytes } from './fileBytes'
import { problemOf } from './problemOf'

/**
 * Files with very many parts. The time must not grow faster than their number: none of these tests needs a clock, because
 * a reader that is not linear never ends.
 */

const MANY = 120_000

function many(count: number, part: (index: number) => string): string {
  return Array.from({ length: count }, (_, i) => part(i)).join()
}

function safetensorsOf(count: number): ByteSource {
  const header = many(count, (i) => {
    return `"a${i}":{"dtype":"F32","shape":[1,1],"data_offsets":[${4 * i},${4 * i + 4}]}`
  })
  const bytes = bytesOf(safetensorsBytes(`{${header}}`), new Uint8Array(4 * count))
  return sourceOfBytes(bytes, 'a.safetensors')
}

function arraysOf(count: number): ByteSource {
  const header = `{'descr': '<f4', 'fortran_order': False, 'shape': (1, 1), }\n`
  const data = npyBytes(header, new Uint8Array(4))
  const files = Array.from({ length: count }, (_, i) => ({ name: `a${i}x.npy`, data }))
  return sourceOfBytes(archiveBytes(files), 'a.npz')
}

const json = (text: string): ByteSource => sourceOfText(text, 'a.json')

describe('a file with very many parts is read, or refused in a short sentence', () => {
  it.each([
    ['many keys', () => json(`{${many(MANY, (i) => `"k${i}":${i}`)}}`)],
    ['many equal keys', () => json(`{${many(2 * MANY, () => '"k":[1]')}}`)],
    [
      'many keys beside values',
      () => json(`{${many(MANY, (i) => `"k${i}":${i}`)},"values":[[1,2]]}`),
    ],
    ['many empty rows', () => json(`[${many(MANY, () => '[]')}]`)],
    ['many empty rows and one that is not', () => json(`[${many(MANY, () => '[]')},[1]]`)],
    ['many rows of one', () => json(`[${many(MANY, () => '[1]')}]`)],
    ['many arrays by name', () => json(`{${many(MANY / 4, (i) => `"k${i}x":[[1,2],[3,4]]`)}}`)],
    ['many objects', () => json(`[${many(MANY / 4, (i) => `{"layer":${i},"value":[1,2]}`)}]`)],
    ['many nested objects', () => json(`{${many(MANY / 4, (i) => `"a${i}":{"b":{"c":[1,2]}}`)}}`)],
    [
      'many queries',
      () =>
        json(
          `{"queries":[${many(MANY / 4, (i) => `"q${i}"`)}],"values":[${many(MANY / 4, () => '[[1]]')}]}`,
        ),
    ],
    [
      'many layers and labels',
      () =>
        json(`{"layers":[${many(MANY, (i) => `"l${i}"`)}],"values":[${many(MANY, () => '[1]')}]}`),
    ],
    [
      'many tokens',
      () =>
        json(`{"tokens":[${many(MANY, (i) => `"t${i}"`)}],"values":[[${many(MANY, () => '1')}]]}`),
    ],
    [
      'numbers as texts',
      () => json(`[[${many(MANY, () => '"0.5"')}],[${many(MANY, () => '"0.5"')}]]`),
    ],
    ['a large vocabulary', () => json(`{${many(MANY, (i) => `"t${i}":${i}`)}}`)],
    ['many tiny safetensors', () => safetensorsOf(MANY / 4)],
    ['many tiny arrays in an archive', () => arraysOf(MANY / 10)],
    ['many lines of a table', () => sourceOfText(`a,b\n${'1,2\n'.repeat(MANY)}`, 'a.csv')],
    [
      'many columns of a table',
      () =>
        sourceOfText(`${many(MANY / 4, (i) => `c${i}`)}\n${many(MANY / 4, () => '1')}\n`, 'a.csv'),
    ],
    ['many empty lines of a table', () => sourceOfText(`a,b\n1,2\n${'\n'.repeat(MANY)}`, 'a.csv')],
    ['many lines of JSON', () => json('{"layer":0,"value":[1,2]}\n'.repeat(MANY / 4))],
    ['many tokens in lines', () => sourceOfText('token\n'.repeat(MANY), 'a.txt')],
  ] as const)('%s', async (_, source) => {
    const outcome = await readTensor(source()).then(
      ({ tensors, notices }) => [tensors.map(({ name }) => name), notices].join(),
      (error: unknown) =>
        problemOf(() => Promise.reject(error)).then(({ message, advice }) => message + advice),
    )
    expect(outcome.length).toBeLessThan(2000)
  })
})
