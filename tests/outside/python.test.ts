import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, describe, expect, inject, it } from 'vitest'
import { sourceOfText } from '../../src/formats/source/ByteSource'
import { readTensor } from '../../src/formats/readTensor'
import { companionsAt } from '../../src/tensor/companionsAt'
import { valueAt, type Tensor } from '../../src/tensor/Tensor'
import { test } from '../browser/harness/pageTest'
import { runPython } from './runPython'
import { problemOf } from '../unit/formats/problemOf'
import { numbersOf } from '../unit/tensor/numbersOf'

const folder = mkdtempSync(join(tmpdir(), 'simlens-python-'))

afterAll(() => rmSync(folder, { recursive: true }))

/** Runs lines of Python with the module beside them; they write `path`. Returns what they wrote. */
function written(lines: string): string {
  const path = join(folder, 'out')
  runPython(`path = ${JSON.stringify(path)}\n${lines}`)
  return readFileSync(path, 'utf8')
}

async function tensorOf(text: string): Promise<Tensor> {
  const { tensors } = await readTensor(sourceOfText(text, 'out.json'))
  const [first] = tensors
  if (first === undefined) throw new Error('no tensor was written')
  return first.tensor
}

const states = `
states = [[[math.sin(7 * layer + 3 * token + k) for k in range(5)] for token in range(6)] for layer in range(3)]
`

function dot(a: number[], b: number[]): number {
  return a.reduce((sum, value, k) => sum + value * (b[k] ?? NaN), 0)
}

/** The same numbers, by the definition. */
function cosine(layer: number, a: number, b: number): number {
  const state = (token: number) =>
    Array.from({ length: 5 }, (_, k) => Math.sin(7 * layer + 3 * token + k))
  return dot(state(a), state(b)) / Math.sqrt(dot(state(a), state(a)) * dot(state(b), state(b)))
}

describe('companions', () => {
  it('of lists and of NumPy arrive, and are refused in the words of the page', async () => {
    const text = written(`
import numpy
values = numpy.arange(6, dtype="float32").reshape(1, 2, 3)
companions = {"count": numpy.arange(6).reshape(1, 2, 3), "note": [[["a", None, "c"], ["d", "e", ""]]]}
simlens.write(path, values, companions=companions)
`)
    const tensor = await tensorOf(text)
    expect(companionsAt(tensor, 0, 1, 1)).toStrictEqual([
      { name: 'count', text: '4' },
      { name: 'note', text: 'e' },
    ])
    const refused = { values: [[1, 2]], companions: { count: [[1]] } }
    const message = written(`
try:
    simlens.tensor(**json.loads(${JSON.stringify(JSON.stringify(refused))}))
except ValueError as error:
    open(path, "w").write(str(error))
`)
    const problem = await problemOf(() => tensorOf(JSON.stringify(refused)))
    expect(message).toBe(`${problem.message} ${problem.advice}`)
  })
})

describe('cosine', () => {
  it.each([
    ['lists', ''],
    ['NumPy', 'import numpy\nstates = [numpy.array(layer) for layer in states]'],
    [
      'torch, with a batch of one',
      'import torch\nstates = tuple(torch.tensor(layer, dtype=torch.float64, requires_grad=True)[None] for layer in states)',
    ],
  ])('of %s is what its definition says', async (_name, conversion) => {
    const text = written(
      `${states}\n${conversion}\nsimlens.write(path, simlens.cosine(states, [2, 5]), list("abcdef"), positions=[2, 5], hidden_size=5)`,
    )
    const tensor = await tensorOf(text)
    expect(tensor.queries).toEqual([
      { label: 'Meta Token #1', position: 2 },
      { label: 'Meta Token #2', position: 5 },
    ])
    expect(tensor.hiddenSize).toBe(5)
    for (let layer = 0; layer < 3; layer++) {
      expect(valueAt(tensor, 0, layer, 2)).toBeUndefined()
      for (const [query, position] of [2, 5].entries()) {
        for (let token = 0; token < position; token++) {
          expect(valueAt(tensor, query, layer, token)).toBeCloseTo(cosine(layer, token, position))
        }
      }
    }
  })

  it('of a state that is zero is missing', async () => {
    const text = written('simlens.write(path, simlens.cosine([[[0, 0], [1, 0], [1, 1]]], [2]))')
    const tensor = await tensorOf(text)
    expect(numbersOf(tensor.values)).toEqual([NaN, expect.closeTo(Math.SQRT1_2)])
  })
})

describe('html', () => {
  test('is the page with the tensor in it, whatever the tokens are', async ({ browser }) => {
    const built = fileURLToPath(inject('fileUrl'))
    const page = written(
      `text = simlens.html(simlens.tensor([[[0.25, 0.5]]], ["a</script>", "</head>"], title="From Python"), page=${JSON.stringify(built)}, embed=True)\nopen(path, "w", encoding="utf-8").write(text)`,
    )
    const file = join(folder, 'page.html')
    writeFileSync(file, page)
    const tab = await browser.newPage()
    await tab.goto(pathToFileURL(file).href)
    await tab.getByTestId('figure').and(tab.getByLabel('From Python')).waitFor()
    expect(await tab.getByRole('button').count()).toBe(0)
    await tab.close()
  })
})

/** What is said of a page at a path. */
function said(path: string): string {
  return runPython(
    `try:\n  simlens.show([[1, 2]], page=${JSON.stringify(path)})\nexcept (OSError, ValueError) as error:\n  print(error)`,
  ).trim()
}

describe('the page that the tensor is put into', () => {
  it('is asked for where it is missing, with where to get it', () => {
    const path = join(folder, 'index.html')
    const sentence = said(path)
    expect(sentence).toContain(`SimLens' page is not at ${path}.`)
    expect(sentence).toContain('Save page as')
    expect(sentence).toContain('npm run build')
  })

  it('is no other page', () => {
    const path = join(folder, 'other.html')
    writeFileSync(path, '<html><head></head></html>')
    expect(said(path)).toBe(`${path} is not SimLens' page: say page="its path".`)
  })

  it('may be one that was saved with a tensor, which is then left out', () => {
    const path = join(folder, 'saved.html')
    const carried = '<script type="application/json" id="simlens">"AAAA"</script>\n'
    const meta = '<meta name="generator" content="SimLens 1">'
    writeFileSync(path, `<html><head>${meta}\n${carried}</head></html>`)
    const page = runPython(`print(simlens.html([[1, 2]], page=${JSON.stringify(path)}))`)
    expect(page.match(/id="simlens"/g)).toHaveLength(1)
    expect(page).not.toContain('"AAAA"')
  })
})

describe('write', () => {
  it('keeps every number and text', async () => {
    const text = written(
      'simlens.write(path, [[[0.1, math.nan, None], [math.inf, -math.inf, -0.0]]], [["NaN", "", "\\ud83d"]], title="<b> & “é”")',
    )
    const tensor = await tensorOf(text)
    expect(numbersOf(tensor.values)).toEqual([0.1, NaN, NaN, Infinity, -Infinity, -0])
    expect(tensor.tokens).toEqual({ kind: 'own', texts: [['NaN', '', '\ud83d']] })
    expect(tensor.title).toBe('<b> & “é”')
  })

  it('takes arrays of single precision as the doubles that they are', async () => {
    const text = written(
      'import numpy\nsimlens.write(path, numpy.float32([[0.1, 0.2]]), layers=numpy.arange(1))',
    )
    const tensor = await tensorOf(text)
    expect(numbersOf(tensor.values)).toEqual([Math.fround(0.1), Math.fround(0.2)])
  })
})
