import { expect } from 'vitest'
import { sourceOfBytes } from '../../src/formats/source/ByteSource'
import { readTensor } from '../../src/formats/readTensor'
import { exportFile } from './harness/exportFile'
import { noise } from './harness/noise'
import { test } from './harness/pageTest'
import { showTensor } from './harness/showTensor'
import { numbersOf } from '../unit/tensor/numbersOf'

const LAYERS = 80
const TOKENS = 16_384

test('1.3 million cells are in each kind of figure, bit for bit', async ({ openPage }) => {
  const page = await openPage()
  const values = Array.from({ length: LAYERS }, (_row, layer) =>
    Array.from({ length: TOKENS }, (_cell, token) => Math.round(noise(layer, token) * 1e6) / 1e6),
  )
  await showTensor(page, { title: 'large', values })
  for (const kind of ['PNG', 'SVG', 'HTML'] as const) {
    /* oxlint-disable no-await-in-loop -- one page saves one file after the other */
    const { name, bytes } = await exportFile(page, kind)
    const { tensors } = await readTensor(sourceOfBytes(Uint8Array.from(bytes), name))
    /* oxlint-enable no-await-in-loop */
    const found = numbersOf(tensors[0]?.tensor.values)
    expect(found).toHaveLength(LAYERS * TOKENS)
    expect(found.every((value, k) => value === values[Math.floor(k / TOKENS)]?.[k % TOKENS])).toBe(
      true,
    )
  }
})
