import { describe, expect, it } from 'vitest'
import { readTensor } from '../../../src/formats/readTensor'
import { sourceOfText } from '../../../src/formats/source/ByteSource'
import { withJsonQuotes } from '../../../src/formats/tools/withJsonQuotes'
import { problemOf } from './problemOf'

/**
 * Texts of a megabyte that would keep an expression busy for hours if its time grew faster than the text. Here each
 * takes a fraction of a second, so that none of these tests needs a clock: one that is not linear never ends.
 */
const LENGTH = 1 << 20

const page = '<!doctype html><html>'
const own = '<!doctype html><meta name="generator" content="SimLens 1">'
const svg = '<svg xmlns="urn:simlens:1">'

const files: readonly (readonly [name: string, start: string, piece: string, end?: string])[] = [
  ['a.html', own, '<script '],
  ['a.html', own, '<script id="simlens" '],
  ['a.html', own, '<script id="simlens">"AAAA'],
  ['a.html', own, '<script id="simlens"> '],
  ['a.html', own, ' ', '</html'],
  ['a.html', page, "\\'"],
  ['a.html', page, '\\"'],
  ['a.html', page, `"'`],
  ['a.html', page, `'\n"`],
  ['a.html', page, '&quot;'],
  ['a.html', page, '{ '],
  ['a.html', page, '{"'],
  ['a.html', page, '{"a":'],
  ['a.html', page, 'Plotly.newPlot('],
  ['a.html', page, 'Plotly.newPlot("a",'],
  ['a.html', page, 'Plotly.newPlot("a"                                                          '],
  ['a.svg', svg, '<tensor '],
  ['a.svg', svg, '<a:tensor >'],
  ['a.svg', svg, '</svg '],
  ['a.svg', svg, '/> ', 'x'],
  ['a.json', '[[', '-'],
  ['a.json', '[[', '1', ']]'],
  ['a.json', '[["', '\\\\', '"]]'],
  ['a.json', '[["', '\\"', '"]]'],
  ['a.json', '[["', '\\'],
  ['a.json', '{"', 'a.', '":[[1]]}'],
  ['a.json', '{"a":{"', 'l', '":[["x"]]}}'],
  ['a.json', '[', ' ', 'x'],
  ['a.json', '', '[1]\n'],
  ['a.json', '{"queries":"', '=', '","values":[[1]]}'],
  ['a.txt', 'a\nb', ' \n', 'x'],
  ['a.txt', '', '\n'],
  ['a.csv', 'a,b\n', '"'],
  ['a.csv', 'a,b\n', '"",'],
  ['a.csv', 'a,b\n', '""x'],
  ['a.csv', 'a,b\n', ','],
  ['a.csv', 'a,b\n', '\n'],
  ['a.csv', 'a,b\n', '1,'],
  ['a.csv', 'a,b\n', ' ', 'x'],
]

describe('a megabyte of one piece ends soon', () => {
  it.each(files.map((file) => [file] as const))('%j', async ([name, start, piece, end = '']) => {
    const text = start + piece.repeat(LENGTH / piece.length) + end
    const read = readTensor(sourceOfText(text, name)).then(
      () => 'read',
      (error: unknown) => problemOf(() => Promise.reject(error)).then(({ message }) => message),
    )
    // A sentence is for people: it quotes no more than a line of the file.
    expect((await read).length).toBeLessThan(1000)
  })
})

describe('withJsonQuotes', () => {
  it('turns the texts of Python into texts of JSON, and leaves those of JSON', () => {
    expect(withJsonQuotes(`{'a': "it's", 'b\\'c': '\\x41"'}`)).toBe(`{"a": "it's", "b'c": "A\\""}`)
  })

  it('passes over quotes without an end on their line', () => {
    expect(withJsonQuotes(`5" wide\n{'a': 1}`)).toBe(`5" wide\n{"a": 1}`)
    expect(withJsonQuotes(`5" wide {'a': 1}`)).toBe(`5" wide {"a": 1}`)
    expect(withJsonQuotes(`{'a': 1} isn't\n{'b': 2}`)).toBe(`{"a": 1} isn't\n{"b": 2}`)
  })
})
