import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { isTensorError } from '../../src/tensor/TensorError'
import { told } from './analysis/description/described'
import { ragged } from './analysis/ragged'
import { readText } from './formats/readText'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Forms that no sentence of the page has, since a reader has to guess what they mean. */
const BANNED = [
  /tokens from tokens/i,
  /\b\w+ is (?:query|layer|token)[;.]/,
  /may be padding: see/i,
  /on both sides/i,
  /random groups/i,
  /that equals? the last/i,
  /σ from 0/,
  /· chance/,
  /not in sequence but/i,
  /leave out a few values/i,
  /far from all others/i,
  /'Pad to\b/,
  /Shared pixels/,
  /Compared with/,
  /'Similarity'/,
  /but the past has/i,
  /\bdominat/i,
  /\banew\b/i,
  /\bnobody\b/i,
  /\bbesides\b/i,
]

function bannedIn(text: string): readonly string[] {
  return BANNED.flatMap((form) => text.match(form)?.[0] ?? [])
}

function filesIn(folder: string, ending: RegExp): readonly string[] {
  return readdirSync(`${root}/${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .map((name) => `${folder}/${name}`)
}

function contentOf(path: string): string {
  return readFileSync(`${root}/${path}`, 'utf8')
}

/** The code of a source file without its comments. */
function withoutComments(code: string): string {
  return code.replace(/\/\*[^]*?\*\/|(?<![:'"`])\/\/.*$/gmu, '')
}

/** The notices and the findings of a file, or the error that it is opened with. */
async function sentencesOf(text: string): Promise<readonly string[]> {
  try {
    const { tensors, notices } = await readText(text)
    return [...notices, ...tensors.map(({ tensor }) => told(tensor))]
  } catch (error) {
    if (!isTensorError(error)) throw error
    return [JSON.stringify(error.problem)]
  }
}

describe('the words of the page', () => {
  it.each(filesIn('src', /\.tsx?$/u))('%s has no banned form', (path) => {
    expect(bannedIn(withoutComments(contentOf(path)))).toEqual([])
  })

  it.each(filesIn('tests/golden', /\.svg$/u))('%s has no banned form', (path) => {
    expect(bannedIn(contentOf(path))).toEqual([])
  })

  it.each(filesIn('tests/fixtures', /(?:canonical|foreign|tensors).*(?<!\.expected)\.json$/u))(
    'what is said of %s has no banned form',
    async (path) => {
      const sentences = await sentencesOf(contentOf(path))
      expect(bannedIn(sentences.join('\n'))).toEqual([])
    },
  )

  it('count the names of a list beyond five', () => {
    const rows = Array.from({ length: 16 }, (_, layer) => [0, layer % 2, 0.5])
    expect(told(ragged([rows]))).toContain('layer 1, layer 3, layer 5, layer 7, layer 9 and 3 more')
  })

  it('say how many cells share a value instead of repeating it', () => {
    const rows = Array.from({ length: 12 }, (_, layer) => [0, 0, 0, layer + 1])
    expect(told(ragged([rows]))).toContain(
      '36 cells share the lowest value, 0: layer 0, token 0; layer 0, token 1; layer 0, token 2; layer 1, token 0; layer 1, token 1; and 31 more.',
    )
  })
})
