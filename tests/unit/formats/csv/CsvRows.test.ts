import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CsvRows } from '../../../../src/formats/csv/CsvRows'
import { fieldText, spreadsheetText } from '../../../../src/formats/csv/exportedForm'

const anyRows = fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 5 }))

describe('rows of delimited text', () => {
  it.each([
    [
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a,b\r\nc,d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['"a,b","c""d",e\n', [['a,b', 'c"d', 'e']]],
    [
      '"a\nb",\n,',
      [
        ['a\nb', ''],
        ['', ''],
      ],
    ],
    ['"a\r\nb"', [['a\r\nb']]],
    ['a"b,"c"d"\n"', [['a"b', '"c"d"'], ['"']]],
    ['"open,\nx,y', [['"open', '\nx', 'y']]],
    ['\n\n', []],
    ['', []],
  ])('%j', (text, rows) => {
    const whole = new CsvRows(',')
    expect([...whole.push(text), ...whole.finish()]).toStrictEqual(rows)
    const pieces = new CsvRows(',')
    const read = Array.from(text).flatMap((piece) => pieces.push(piece))
    expect([...read, ...pieces.finish()]).toStrictEqual(rows)
  })

  it('are those that were written, whatever is in them', () => {
    fc.assert(
      fc.property(anyRows, fc.nat(20), (written, size) => {
        const quoted = written.map((row) => row.map((field) => `"${field.replaceAll('"', '""')}"`))
        const text = quoted.map((row) => row.join(';')).join('\r\n')
        const reader = new CsvRows(';')
        const pieces = text.match(new RegExp(`[^]{1,${size + 1}}`, 'g')) ?? []
        const read = pieces.flatMap((piece) => reader.push(piece))
        expect([...read, ...reader.finish()]).toStrictEqual(written)
      }),
    )
  })
})

it('a text that closes its quotes may have fields of any length', () => {
  const long = 'a\n'.repeat(100_000)
  const text = `"${long}","${long}",1\n2`
  const pieces = text.match(/[^]{1,4096}/g) ?? []
  const trusted = new CsvRows(',', true)
  const read = [...pieces.flatMap((piece) => trusted.push(piece)), ...trusted.finish()]
  expect(read).toStrictEqual([[long, long, '1'], ['2']])
})

it('texts that look like formulas come back', () => {
  const text = fc.oneof(fc.string(), fc.constantFrom('=1', "'=1", "''", "'s", '@', '\t'))
  fc.assert(
    fc.property(text, (each) => {
      expect(spreadsheetText(each)).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/)
      expect(fieldText(spreadsheetText(each))).toBe(each)
    }),
  )
})
