import { type JobClient } from '../../../../src/worker/JobClient'
import { jobs } from '../../../../src/worker/jobs'

/** A client that runs jobs at once, with inputs as a worker receives them. */
export function createInlineClient(): JobClient {
  return {
    warmUp: () => undefined,
    run: async (kind, input) => {
      const job = jobs[kind]
      const transfer = [...(job.sent?.(input) ?? [])]
      const context = { onProgress: () => undefined, maxCellCount: Infinity }
      return job.run(structuredClone(input, { transfer }), context)
    },
  }
}
