import { crc32 } from 'node:zlib'
import { expect, it } from 'vitest'
import { pngTextChunks } from '../../../src/export/pngFile'

it.each([
  ['a short text', 'a\0b 😀'],
  ['a text of many megabytes', `a${'😀'.repeat(3 << 20)}\0`],
])('the chunk of %s is whole, and is made in pieces', (_, text) => {
  const making = pngTextChunks({ title: text, description: '', software: '' }, '')
  let step = making.next()
  let pauseCount = 0
  for (; step.done !== true; step = making.next()) pauseCount++
  const bytes = Buffer.concat(step.value)
  const length = bytes.readUInt32BE(0)
  expect(bytes).toHaveLength(length + 12)
  expect(bytes.toString('latin1', 4, 18)).toBe('iTXtTitle\0\0\0\0\0')
  expect(bytes.toString('utf8', 18, 8 + length) === text.replaceAll('\0', '\uFFFD')).toBe(true)
  expect(bytes.readUInt32BE(8 + length)).toBe(crc32(bytes.subarray(4, 8 + length)))
  expect(pauseCount).toBeGreaterThanOrEqual(text.length >> 20)
})
