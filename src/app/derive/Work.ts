import { createContext, useContext } from 'react'
import { createJobClient, type JobClient } from '../../worker/JobClient'

/** Means to make derived values that take longer than a moment. */
export interface Work {
  /** Client of the page's workers. */
  readonly jobs: JobClient
  /** Aborting it ends the work, unless another caller waits for the same value. */
  readonly signal?: AbortSignal | undefined
  /** Called with the finished share (0 to 1) by work that can measure it. */
  readonly onProgress?: ((share: number) => void) | undefined
}

/** Means of the page's components to work in the background and to report errors. */
export interface PageWork extends Pick<Work, 'jobs'> {
  /** Shows an error among the page's messages. Every error must be reported. */
  readonly report: (error: unknown) => void
}

/** Provided to the whole page by `App`. Without a provider, jobs throw and errors are reported to the browser. */
export const WorkContext = createContext<PageWork>({
  jobs: createJobClient(() => {
    throw new Error('there are no workers outside of the page')
  }),
  report: (error) => reportError(error),
})

export function useWork(): PageWork {
  return useContext(WorkContext)
}
