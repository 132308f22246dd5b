import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { sentenceOf } from '../../src/analysis/description/sentenceOf'
import { findingsOf } from '../../src/analysis/findings/findingsOf'
import { finish } from '../../src/analysis/Sliced'
import {
  defaultFindingOptions,
  describeFigure,
  findingInput,
  writingOf,
} from '../../src/figure/describeFigure'
import { canonicalJson } from '../../src/formats/canonical/canonicalJson'
import { modelOfCase } from '../unit/figure/drawCase'
import { oracleCases, type OracleCase } from './oracleTensors'
import { runPython } from './runPython'

const ORACLE = readFileSync(new URL('oracle.py', import.meta.url), 'utf8')

/** What the oracle is given: nothing but what the page exports and says. */
interface Said {
  readonly exported: string
  readonly description: string
  /** Every finding; the description leaves some out. */
  readonly sentences: readonly string[]
  readonly transform: string
}

/** JSON as Python writes it, with bare infinities. */
function jsonOf(document: object): string {
  const text = JSON.stringify(document, (_, value: unknown) =>
    typeof value === 'number' && !Number.isFinite(value) ? `@${value}@` : value,
  )
  return text.replaceAll(/"@(-?Infinity|NaN)@"/g, '$1')
}

async function saidOf({ name, document, view }: OracleCase): Promise<Said> {
  const model = await modelOfCase({ name, json: jsonOf(document), ...(view && { view }) })
  const [{ basis: shown }] = model.plots
  const { given: basis = shown } = shown
  const findings = finish(findingsOf(findingInput(basis), defaultFindingOptions))
  const writing = writingOf(basis, defaultFindingOptions.isExact)
  return {
    exported: canonicalJson(basis.tensor).join(''),
    description: describeFigure(basis, findings, { isExact: defaultFindingOptions.isExact }),
    sentences: findings.map((finding) => sentenceOf(finding, basis.matrix, writing)),
    transform: view?.transform ?? 'raw',
  }
}

/** What Python finds wrong, of each. */
function problemsOf(said: readonly Said[]): readonly unknown[] {
  const problems: unknown = JSON.parse(runPython(ORACLE, JSON.stringify(said)))
  if (!Array.isArray(problems)) throw new Error('the oracle is silent')
  return problems
}

describe('the oracle', async () => {
  const said = await Promise.all(oracleCases.map(saidOf))

  it(
    'finds no number of any sentence of sixty tensors that is not true',
    { timeout: 300_000 },
    () => {
      const problems = problemsOf(said)
      expect(problems).toHaveLength(oracleCases.length)
      const wrong = problems.map((problem, index) => [oracleCases[index]?.name, problem])
      expect(wrong.filter(([, problem]) => problem !== '')).toEqual([])
    },
  )

  it('finds it if a number is changed', { timeout: 300_000 }, () => {
    const names = new Set([
      'walks 12 × 15',
      'missing and infinite',
      'three queries',
      'falling with distance',
    ])
    const changes = said
      .filter((_, index) => names.has(oracleCases[index]?.name ?? ''))
      .flatMap((one) => changesOf(one))
    expect(changes.length).toBeGreaterThan(200)
    const problems = problemsOf(changes.map(({ changed }) => changed))
    const missed = changes.filter((_, index) => problems[index] === '')
    expect(missed.map(({ sentence }) => sentence)).toEqual([])
  })
})

/** The sentences with one of their numbers changed, every other one. */
function changesOf(said: Said): readonly { readonly changed: Said; readonly sentence: string }[] {
  return said.sentences.flatMap((sentence) =>
    [...sentence.matchAll(NUMBER)].map((match) => {
      const last = match.index + match[0].length - 1
      const digit = (Number(sentence[last]) + 3) % 10
      const changed = `${sentence.slice(0, last)}${digit}${sentence.slice(last + 1)}`
      return { sentence: changed, changed: { ...said, description: '', sentences: [changed] } }
    }),
  )
}

/** Numbers of a sentence, but for the factor 1.96, the least number of values, and texts. */
const NUMBER = /(?<![\w."])(?!1\.96|4 values)\d+(?:,\d{3})*(?:\.\d+)?(?![\w"])/g
