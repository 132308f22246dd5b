import { falseDiscovery } from '../../src/analysis/findings/depthTrends'
import { groupTest } from '../../src/analysis/findings/groupTest'
import { seededRandom } from '../../src/analysis/findings/seededRandom'
import { finish } from '../../src/analysis/Sliced'
import { walkTest } from '../../src/analysis/findings/walkTest'

/** A kind of sequence without any trend: independent values, values that depend on the one before, or a walk. */
export type Kind = 'independent' | 'AR 0.5' | 'AR 0.9' | 'random walk'

export const KINDS: readonly Kind[] = ['independent', 'AR 0.5', 'AR 0.9', 'random walk']

const MEMORY: Readonly<Record<Kind, number>> = {
  independent: 0,
  'AR 0.5': 0.5,
  'AR 0.9': 0.9,
  'random walk': 1,
}

/** Returns a generator of standard normal numbers (Box and Muller, 1958) that depend on the seed only. */
export function seededNormal(seed: number): () => number {
  const random = seededRandom(seed)
  const uniform = (): number => (random() + 0.5) / 2 ** 32
  return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform())
}

/** Returns a sequence of a kind; that with memory starts in its own long run. */
export function sequenceOf(kind: Kind, length: number, normal: () => number): Float64Array {
  const memory = MEMORY[kind]
  let at = memory < 1 ? normal() / Math.sqrt(1 - memory * memory) : 0
  return Float64Array.from({ length }, () => (at = memory * at + normal()))
}

interface Trial {
  readonly kind: Kind
  readonly layerCount: number
  readonly runCount: number
  readonly level: number
}

/** Number of tokens of each tensor in which a trend is looked for. */
const TOKENS = 100
const DRAWS = 999

/** Returns the share of single tests that find a trend, and of tensors of 100 tokens in which any is found. */
export function trendRates({ kind, layerCount, runCount, level }: Trial): {
  readonly token: number
  readonly tensor: number
} {
  const normal = seededNormal(layerCount)
  let tokenCount = 0
  let tensorCount = 0
  for (let run = 0; run < runCount; run++) {
    const ps = Array.from({ length: TOKENS }, () => {
      const values = sequenceOf(kind, layerCount, normal)
      return finish(walkTest(values, 0, DRAWS)).p
    })
    tokenCount += ps.filter((p) => p <= level).length
    tensorCount += Number(falseDiscovery(ps).some((p) => p <= level))
  }
  return { token: tokenCount / (runCount * TOKENS), tensor: tensorCount / runCount }
}

/** Returns the share of sequences of so many tokens whose values seem to depend on the distance. */
export function distanceRate({ kind, layerCount: length, runCount, level }: Trial): number {
  const normal = seededNormal(length)
  const found = Array.from({ length: runCount }, () => {
    return finish(walkTest(sequenceOf(kind, length, normal), 0, DRAWS)).p <= level
  })
  return found.filter(Boolean).length / runCount
}

/** Returns the share of groups, of tokens side by side or anywhere, that seem to differ from all other tokens. */
export function groupRates({ kind, layerCount: length, runCount, level }: Trial): {
  readonly together: number
  readonly anywhere: number
} {
  const normal = seededNormal(length)
  const random = seededRandom(length)
  const size = Math.ceil(length / 10)
  const rateOf = (placesOf: () => readonly number[]): number => {
    const found = Array.from({ length: runCount }, () => {
      return finish(groupTest(sequenceOf(kind, length, normal), placesOf(), 0)).p <= level
    })
    return found.filter(Boolean).length / runCount
  }
  return {
    together: rateOf(() => {
      const first = random() % (length - size)
      return Array.from({ length: size }, (_, k) => first + k)
    }),
    anywhere: rateOf(() => {
      const keys = Array.from({ length }, (_, place) => ({ place, key: random() }))
      const drawn = keys.toSorted((a, b) => a.key - b.key).slice(0, size)
      return drawn.map(({ place }) => place).toSorted((a, b) => a - b)
    }),
  }
}
