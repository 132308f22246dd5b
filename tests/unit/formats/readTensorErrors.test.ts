import { describe, expect, it } from 'vitest'
import { readTensor } from '../../../src/formats/readTensor'
import { sourceOfBytes } from '../../../src/formats/source/ByteSource'
import { problemOf } from './problemOf'
import { readText } from './readText'

/** Text of the file, then what is wrong, its path, line and column. */
type Case = readonly [
  text: string,
  tag: string,
  message: string,
  path: string | undefined,
  line: number,
  column: number,
]

const shapes: readonly Case[] = [
  ['[]', 'empty', 'The file holds no values at all.', undefined, 1, 1],
  ['{"values": [[], []]}', 'empty', 'The array holds no values at all.', 'values', 1, 12],
  ['3', 'shape', 'The document is a number (3) where nested arrays', undefined, 1, 1],
  [
    '{"values": [1, 2]}',
    'shape',
    'The array is a single row of 2 numbers, without layers.',
    'values',
    1,
    12,
  ],
  ['{"a": 1}', 'shape', 'has no key "values". Its keys are "a".', undefined, 1, 1],
  ['{"values": "x"}', 'type', 'values is text ("x") where nested arrays', 'values', 1, 12],
  ['[[1, 2],\n 3]', 'shape', '[1] is a number (3) where a row of numbers', '[1]', 2, 2],
  ['[[[1, 2], 7]]', 'shape', '[0][1] is a number (7) where a row', '[0][1]', 1, 11],
  ['[[[1]], [2]]', 'shape', '[1] is an array of numbers where an array of layers', '[1]', 1, 9],
  [
    '{"values": [[[1, 2]],\r\n [[1, 2],\r\n  ["é", 1, "x"]]]}',
    'type',
    'values[1][1][0] is text ("é") where a number was expected.',
    'values[1][1][0]',
    3,
    4,
  ],
  ['[[[1, 2], [1, "é", true]]]', 'type', '[0][1][1] is text ("é")', '[0][1][1]', 1, 15],
  ['[[0.5, true]]', 'type', '[0][1] is true where a number', '[0][1]', 1, 8],
  ['[[0.5, {}], [1, 2]]', 'shape', '[0][1] is an object where a number', '[0][1]', 1, 8],
  ['[[1, [2]], [3]]', 'shape', '[0][0] is', '[0][0]', 1, 3],
]

const counts: readonly Case[] = [
  [
    '{"values": [[1, 2], [1, 2, 3]], "tokens": ["a", "b"]}',
    'shape',
    'values[1] has 3 values, but “Meta Token #1” has 2 past tokens.',
    'values[1]',
    1,
    21,
  ],
  [
    '{"values": [[[1]], [[1, 2]]], "queries": ["A", {"label": "B", "position": 1}], "tokens": ["a"]}',
    'shape',
    'values[1][0] has 2 values, but “B” has 1 past token.',
    'values[1][0]',
    1,
    21,
  ],
  [
    '{"values": [[[1]], [[2]]], "queries": ["A"]}',
    'shape',
    'queries has 1 meta token, but values has 2 matrices.',
    'queries',
    1,
    39,
  ],
  [
    '{"values": [[1], [2]], "layers": ["a"]}',
    'shape',
    'layers has 1 label, but values has 2 layers.',
    'layers',
    1,
    34,
  ],
  [
    '{"values": [[[1]], [[2]], [[3]]], "tokens": [["a"], ["b"]]}',
    'shape',
    'tokens has 2 lists, but values has 3 meta tokens.',
    'tokens',
    1,
    45,
  ],
]

const metadata: readonly Case[] = [
  ['{"values":[[1]],"title":5}', 'type', 'title is a number (5) where text', 'title', 1, 25],
  ['{"values":[[1]],"tokens":["a",3]}', 'type', 'tokens[1] is a number (3)', 'tokens[1]', 1, 31],
  ['{"values":[[1]],"tokens":[7]}', 'type', 'tokens[0] is a number (7)', 'tokens[0]', 1, 27],
  ['{"values":[[1]],"tokens":3}', 'type', 'an array of texts, or one for', 'tokens', 1, 26],
  ['{"values":[[1]],"tokens":[["a"],"b"]}', 'type', 'an array of texts', 'tokens[1]', 1, 33],
  ['{"values":[[1]],"queries":[4]}', 'type', 'a label or an object', 'queries[0]', 1, 28],
  [
    '{"values":[[1]],"queries":[{"position":-1}]}',
    'type',
    'queries[0].position is a number (-1) where a whole number from 0 was expected.',
    'queries[0].position',
    1,
    40,
  ],
  [
    '{"values":[[1]],"queries":[{"hidden_size":0.5}]}',
    'type',
    'queries[0].hidden_size is a number (0.5) where a whole number from 1 was expected.',
    'queries[0].hidden_size',
    1,
    43,
  ],
  ['{"values":[[1]],"align":"left"}', 'type', '"start" or "end"', 'align', 1, 25],
  ['{"values":[[1]],"hidden_size":0}', 'type', 'a whole number from 1', 'hidden_size', 1, 31],
  [
    '{"values":[[1]],"layers":[NaN]}',
    'type',
    'layers[0] is null where a label',
    'layers[0]',
    1,
    27,
  ],
]

const syntax: readonly Case[] = [
  ['', 'empty', 'The file is empty.', undefined, 1, 1],
  [' \n ', 'empty', 'nothing but white space', undefined, 2, 2],
  ['[[1, 2], [3', 'syntax', 'ends too early, while 2 arrays and objects', undefined, 1, 12],
  ['{"title": "ab', 'syntax', 'ends too early, in the middle of a text', undefined, 1, 14],
  ['[[1, 2]]]', 'syntax', '“]” after the end of the JSON document', undefined, 1, 9],
  ['[[1],\r\n[2,]]', 'syntax', '“]” where a value was expected', undefined, 2, 4],
  ['[[01]]', 'syntax', '“01” is not a number that JSON has', undefined, 1, 3],
  ["[['a']]", 'syntax', "“'” where a value was expected", undefined, 1, 3],
  ['hello', 'syntax', '“hello” is not a value', undefined, 1, 1],
  ['\ufeff[x]', 'syntax', '“x” is not a value', undefined, 1, 2],
]

describe('an error says what is wrong, and where', () => {
  it.each([...shapes, ...counts, ...metadata, ...syntax])(
    '%s',
    async (...[text, tag, message, path, line, column]) => {
      const problem = await problemOf(() => readText(text))
      expect(problem.tag).toBe(tag)
      expect(problem.message).toContain(message)
      expect(problem.advice).toMatch(/\.$/)
      expect(problem.place).toMatchObject({ line, column })
      expect(problem.place?.path).toBe(path)
    },
  )

  it.each([
    ["[['a']]", 'json.dump'],
    ['[[None]]', 'json.dump'],
    ['[[nan, 1]]', 'json.dump'],
    ['[[1, 2,],]', 'comma'],
    ['// note\n[[1]]', 'comments'],
    ['[[1, "two"]]', 'without quotes'],
    ['[[1, 2', 'cut off'],
  ])('and what to do: %s', async (text, advice) => {
    expect((await problemOf(() => readText(text))).advice).toContain(advice)
  })
})

describe('a file that is no tensor is called by its name', () => {
  it.each([
    ['\xff\xd8\xff\xe0', 'a JPEG picture'],
    ['GIF89a', 'a GIF picture'],
    ['RIFF\x10\0\0\0WEBPVP8 ', 'a WebP picture'],
    ['%PDF-1.7\n%%EOF', 'a PDF document'],
    ['PAR1\x15\x04', 'a Parquet file'],
    ['ARROW1\0\0', 'an Arrow file'],
    ['\x89HDF\r\n\x1a\n', 'an HDF5 file'],
    ['GGUF\x03', 'a model checkpoint'],
    ['\x80\x04\x95', 'a Python pickle'],
    ['\xef\xbb\xbf<?xml version="1.0"?>\n<svg xmlns="a"/>', 'an SVG picture'],
    ['<!DOCTYPE html><svg ', 'an HTML page'],
    ['<?xml version="1.0"?><a/>', 'an XML or HTML text'],
  ])('%j', async (latin1, name) => {
    const bytes = Uint8Array.from(latin1, (character) => character.charCodeAt(0))
    const problem = await problemOf(() => readTensor(sourceOfBytes(bytes, 'plot')))
    expect(problem).toMatchObject({ tag: 'unsupported' })
    expect(problem.message).toContain(`“plot” is ${name}`)
  })
})

describe('an error of bytes has a place in the file', () => {
  it.each([
    ['a,b\n1,\0\n', 'a.csv', 'The table holds a zero byte, which no text has.', 6],
    ['[[1]]\0', 'a.tsv', 'The table holds a zero byte, which no text has.', 5],
    // The place that stands for one in a zip64 directory.
    [
      `PK\x03\x04PK\x05\x06${'\0'.repeat(6)}\x01\0${'\0'.repeat(4)}\xff\xff\xff\xff\0\0`,
      'a.zip',
      'The zip archive is broken.',
      26,
    ],
  ])('%j', async (latin1, name, message, byte) => {
    const bytes = Uint8Array.from(latin1, (character) => character.charCodeAt(0))
    const problem = await problemOf(() => readTensor(sourceOfBytes(bytes, name)))
    expect(problem).toMatchObject({ tag: 'shape', message, place: { byte } })
  })
})
