import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { chanceOfDifference } from '../../src/analysis/chanceOf'
import { differenceStatistics } from '../../src/analysis/difference/differenceStatistics'
import { operandsOf } from '../../src/analysis/difference/operands'
import { finish } from '../../src/analysis/Sliced'
import { canonicalJson } from '../../src/formats/canonical/canonicalJson'
import { differenceOf } from '../unit/analysis/difference/differenceOf'
import { partOf } from '../unit/analysis/combine/partOf'
import { readText } from '../unit/formats/readText'
import { runPython } from './runPython'

/** The files of three steps of one training, in their order. */
const STEPS = ['list-recall-step0', 'list-recall-step200', 'list-recall']

/**
 * Computes the numbers of each difference again from the two files, and checks the exported difference: its values are
 * NumPy's, bit for bit. Prints what is not so.
 */
const CHECK = `
import numpy as np
from scipy import stats

wrong = []
for case in json.load(sys.stdin):
    a, b = (np.array(json.loads(case[side])["values"][case["query"]], dtype=float) for side in ("a", "b"))
    made = json.loads(case["made"])
    d = a - b
    for name, ours, theirs in (
        ("values", made["values"][0], d),
        ("A", made["companions"]["A"][0], a),
        ("B", made["companions"]["B"][0], b),
    ):
        if not np.array_equal(np.array(ours, dtype=float), theirs, equal_nan=True):
            wrong.append([case["name"], name])
    layer, token = np.unravel_index(np.abs(d).argmax(), d.shape)
    wanted = {
        "count": d.size,
        "mean": d.mean(),
        "meanMagnitude": np.abs(d).mean(),
        "rootMeanSquare": np.sqrt((d**2).mean()),
        "pearson": stats.pearsonr(a.ravel(), b.ravel())[0],
        "spearman": stats.spearmanr(a.ravel(), b.ravel())[0],
        "sameSignShare": (np.sign(a) == np.sign(b)).mean(),
        "largest": d[layer, token],
        "layer": layer,
        "token": token,
    }
    for k, (x, y) in enumerate(zip(a, b)):
        wanted[f"mean of layer {k}"] = (x - y).mean()
        wanted[f"pearson of layer {k}"] = stats.pearsonr(x, y)[0]
    for k, (x, y) in enumerate(zip(a.T, b.T)):
        wanted[f"magnitude of token {k}"] = np.abs(x - y).mean()
    for name, number in wanted.items():
        if not abs(case["found"][name] - number) <= 1e-12:
            wrong.append([case["name"], name, case["found"][name], float(number)])
print(json.dumps(wrong))
`

async function casesOf(later: string, earlier: string): Promise<readonly object[]> {
  const [a = '', b = ''] = [later, earlier].map((name) =>
    readFileSync(new URL(`../fixtures/canonical/${name}.json`, import.meta.url), 'utf8'),
  )
  const [one, other] = await Promise.all([a, b].map((text) => readText(text)))
  const [tensor, before] = [one?.tensors[0]?.tensor, other?.tensors[0]?.tensor]
  if (tensor === undefined || before === undefined) throw new Error('no tensors')
  return tensor.queries.map((_, query) => {
    const made = differenceOf(partOf(tensor, query), partOf(before, query)).tensor
    const operands = operandsOf(made, 0)
    if (operands === undefined) throw new Error('no difference')
    const { all, layers, tokens, spearman, largest } = finish(differenceStatistics(operands, 0))
    const found = {
      ...all,
      spearman,
      largest: largest?.value,
      layer: largest?.layerIndex,
      token: largest?.tokenIndex,
      ...Object.fromEntries(
        layers.flatMap(({ mean, pearson }, k) => [
          [`mean of layer ${k}`, mean],
          [`pearson of layer ${k}`, pearson],
        ]),
      ),
      ...Object.fromEntries(
        tokens.map(({ meanMagnitude }, k) => [`magnitude of token ${k}`, meanMagnitude]),
      ),
    }
    const name = `${later} − ${earlier}, query ${query}`
    return { name, a, b, query, made: canonicalJson(made).join(''), found }
  })
}

describe('differences of three steps of a training', () => {
  it('are those of NumPy and SciPy', async () => {
    const pairs = STEPS.flatMap((later, k) =>
      STEPS.slice(0, k).map((each) => [later, each] as const),
    )
    const cases = await Promise.all(pairs.map(([later, earlier]) => casesOf(later, earlier)))
    expect(cases.flat().length).toBeGreaterThan(3)
    expect(JSON.parse(runPython(CHECK, JSON.stringify(cases.flat())))).toEqual([])
  })

  it('have the chance of SciPy’s integral', () => {
    const cases = [
      [0.05, 768, 768],
      [0.245, 128, 128],
      [0.3, 16, 64],
      [0.9, 5, 9],
    ] as const
    const printed = runPython(
      `
from scipy import integrate, stats
def chance(t, m, n):
    x, y = (stats.beta((d - 1) / 2, (d - 1) / 2, loc=-1, scale=2) for d in (m, n))
    return 2 * integrate.quad(lambda u: x.pdf(u) * y.cdf(u - t), -1, 1, limit=500, points=[0])[0]
print(json.dumps([chance(*case) for case in json.load(sys.stdin)]))
`,
      JSON.stringify(cases),
    )
    const found = cases.map(([t, m, n]) => chanceOfDifference(t, m, n))
    const wanted: unknown = JSON.parse(printed)
    if (!Array.isArray(wanted)) throw new Error('SciPy is silent')
    for (const [k, chance] of wanted.entries()) expect(found[k]).toBeCloseTo(Number(chance), 5)
  })
})
