import { describe, expect, it } from 'vitest'
import { asLoaded } from '../../../../src/analysis/displayedOf'
import {
  defaultParameters,
  type FindingInput,
} from '../../../../src/analysis/findings/FindingInput'
import { findingsOf } from '../../../../src/analysis/findings/findingsOf'
import { finish } from '../../../../src/analysis/Sliced'
import { shownFindings } from '../../../../src/app/derive/shownFindings'
import { type JobClient } from '../../../../src/worker/JobClient'
import { jobs } from '../../../../src/worker/jobs'
import { differenceOf } from '../../analysis/difference/differenceOf'
import { tensorOfRows } from '../../tensor/anyTensor'

function inputOf(layerCount: number): FindingInput {
  const rows = Array.from({ length: layerCount }, (_, layer) => [Math.sin(layer), layer % 7])
  const { tensor, statistics } = asLoaded(tensorOfRows(rows))
  // As a color scale, which is a domain with functions.
  const domain = Object.assign({ low: -1, high: 1 }, { normalize: (value: number) => value })
  const [first] = statistics
  if (first === undefined) throw new Error('there is no query')
  return { tensor, queryIndex: 0, statistics: first, domain, paddingCount: 0, tolerance: 0 }
}

/** A client that sends the input as a worker receives it, and notes the kinds of its jobs. */
function clientOf(kinds: string[]): JobClient {
  return {
    warmUp: () => undefined,
    run: async (kind, input) => {
      kinds.push(kind)
      const job = jobs[kind]
      const transfer = [...(job.sent?.(input) ?? [])]
      return job.run(structuredClone(input, { transfer }), {
        onProgress: () => undefined,
        maxCellCount: Infinity,
      })
    },
  }
}

describe('shownFindings', () => {
  it('are made in a worker if there are very many layers, and leave the values on the page', async () => {
    const found = inputOf(20_000)
    const kinds: string[] = []
    const work = { jobs: clientOf(kinds) }
    const findings = await shownFindings.soon({ found, parameters: defaultParameters }, work)
    expect(kinds).toEqual(['findings'])
    expect(findings).toEqual(finish(findingsOf(found, defaultParameters)))
  })

  it('of a difference are about its operands, however many layers it has', async () => {
    const { tensor } = inputOf(20_000)
    const part = { name: 'a', tensor, queryIndex: 0, transform: 'raw' } as const
    const made = differenceOf(part, part).tensor
    const [statistics] = asLoaded(made).statistics
    if (statistics === undefined) throw new Error('there is no query')
    const found = { tensor: made, queryIndex: 0, statistics, paddingCount: 0, tolerance: 0 }
    const work = { jobs: clientOf([]) }
    const findings = await shownFindings.soon({ found, parameters: defaultParameters }, work)
    expect(findings.map(({ kind }) => kind)).toEqual(['difference'])
  })

  it('are made on the page otherwise', async () => {
    const kinds: string[] = []
    const input = { found: inputOf(100), parameters: defaultParameters }
    expect(await shownFindings.soon(input, { jobs: clientOf(kinds) })).not.toEqual([])
    expect(kinds).toEqual([])
  })
})
