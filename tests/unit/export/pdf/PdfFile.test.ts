import { expect, it } from 'vitest'
import { PdfFile, pdfNumber } from '../../../../src/export/pdf/PdfFile'

it.each<[number, string]>([
  [0, '0'],
  [-0, '0'],
  [0.00004, '0'],
  [-0.00004, '0'],
  [3, '3'],
  [-1.5, '-1.5'],
  [2 / 3, '0.6667'],
  [123456.78901, '123456.789'],
])('writes the number %d as %s', (number, text) => {
  expect(pdfNumber(number)).toBe(text)
})

it('writes small numbers without an exponent', () => {
  expect(pdfNumber(1e-7, 8)).toBe('0.00000010')
  expect(pdfNumber(0.24375, 8)).toBe('0.24375')
})

it('refuses a file with an object that was never defined', () => {
  const file = new PdfFile()
  const missing = file.reserve()
  expect(() => file.bytes(missing, missing)).toThrow('object 1 was never defined')
})
