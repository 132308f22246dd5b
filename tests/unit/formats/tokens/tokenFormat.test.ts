import { gzipSync } from 'node:zlib'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type TokenFile } from '../../../../src/formats/foreign/Format'
import { readTensor } from '../../../../src/formats/readTensor'
import { sourceOfBytes, sourceOfText } from '../../../../src/formats/source/ByteSource'
import { textsOfIds } from '../../../../src/formats/tokens/withTokens'
import { isTensorError } from '../../../../src/tensor/TensorError'
import { problemOf } from '../problemOf'

async function read(text: string, name = 'tokens.json'): Promise<TokenFile | undefined> {
  const { tokens } = await readTensor(sourceOfText(text, name))
  return tokens
}

describe('a file of tokens', () => {
  it.each([
    ['["F", "ruits", "F"]', [['F', 'ruits', 'F']]],
    ['[["a"], ["b", ""]]', [['a'], ['b', '']]],
    [' [\n"\\u0120the" ]', [['Ġthe']]],
    ['["__proto__", "NaN", "12"]', [['__proto__', 'NaN', '12']]],
  ])('may be a JSON list: %s', async (text, lists) => {
    expect(await read(text)).toStrictEqual({ kind: 'texts', lists })
  })

  it.each([
    ['a\nb\n', ['a', 'b']],
    ['\ufeffa\r\n\r\n b', ['a', '', ' b']],
    ['1\n,\n"', ['1', ',', '"']],
  ])('may be a text with a token on each line: %j', async (text, list) => {
    expect(await read(text, 'tokens.txt')).toStrictEqual({ kind: 'texts', lists: [list] })
  })

  it('may be packed', async () => {
    const bytes = new Uint8Array(gzipSync('a\nb'))
    const { tokens } = await readTensor(sourceOfBytes(bytes, 'tokens.txt.gz'))
    expect(tokens).toStrictEqual({ kind: 'texts', lists: [['a', 'b']] })
  })

  it.each([
    ['[]', 'a.json'],
    ['[[0.5, null]]', 'a.json'],
    ['[["0.5", "1"], ["2", "3"]]', 'a.json'],
    ['[["layer", "value"], [0, 0.5]]', 'a.json'],
    ['["a", 1]', 'a.json'],
    ['{"values": [[1]]}', 'a.json'],
    ['', 'tokens.txt'],
    ['one line', 'tokens.txt'],
    ['{\n"a": 1}', 'printed.txt'],
    ['a\nb', 'a.csv'],
  ])('is not %j in %s', async (text, name) => {
    const tokens = await read(text, name).catch((error: unknown) => {
      if (!isTensorError(error)) throw error
    })
    expect(tokens).toBeUndefined()
  })

  it('says where it is cut off', async () => {
    expect((await problemOf(() => read('["a", "b'))).place).toMatchObject({ line: 1, column: 9 })
  })
})

describe('a vocabulary', () => {
  const added = [{ id: 2, content: '<s>', special: true }, { id: 3, content: 'x' }, 4]

  it.each([
    ['ids by text', { vocab: { a: 0, 1996: 1, __proto__x: 7 } }, [0, 'a'], [1, '1996']],
    [
      'texts with scores',
      {
        vocab: [
          ['<unk>', 0],
          ['a', -1.5],
        ],
      },
      [0, '<unk>'],
      [1, 'a'],
    ],
  ] as const)('is read from a tokenizer.json with %s', async (_, model, first, second) => {
    const file = await read(JSON.stringify({ version: '1.0', added_tokens: added, model }))
    expect(file).toMatchObject({ kind: 'vocabulary', special: ['<s>'] })
    if (file?.kind !== 'vocabulary') throw new Error('no vocabulary')
    const expected = [first, second, [2, '<s>'], [3, 'x']] as const
    for (const [id, text] of expected) expect(file.texts.get(id)).toBe(text)
  })

  it('is read from a vocab.json', async () => {
    const file = await read('{"!": 0, "\\"": 1, "#": 2, "a": 3, "b": 4, "c": 5, "the": 12}')
    expect(file).toStrictEqual({
      kind: 'vocabulary',
      texts: new Map([
        [0, '!'],
        [1, '"'],
        [2, '#'],
        [3, 'a'],
        [4, 'b'],
        [5, 'c'],
        [12, 'the'],
      ]),
      special: [],
    })
  })

  it('without tokens says so', async () => {
    const problem = await problemOf(() =>
      read('{"version": "1.0", "added_tokens": [], "model": {}}'),
    )
    expect(problem.message).toBe('The tokenizer file lists no tokens.')
  })

  it('turns ids into texts, and leaves what it does not know', () => {
    const texts = new Map([[5, 'five']])
    expect(textsOfIds(['5', '6'], texts)).toStrictEqual(['five', '6'])
    expect(textsOfIds(['5', 'six'], texts)).toBeUndefined()
    expect(textsOfIds(['6'], texts)).toBeUndefined()
  })
})

it('any text ends in tokens, in none, or in a problem', async () => {
  const starts = fc.constantFrom(
    '',
    '["',
    '[["a"',
    '{"version":"1","added_tokens":',
    '{"a":1,"b":2,',
  )
  await fc.assert(
    fc.asyncProperty(
      starts,
      fc.string(),
      fc.constantFrom('a.json', 'a.txt'),
      async (a, b, name) => {
        const error: unknown = await read(a + b, name).then(
          () => undefined,
          (thrown: unknown) => thrown,
        )
        expect(error === undefined || isTensorError(error)).toBe(true)
      },
    ),
  )
})
