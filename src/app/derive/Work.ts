import { createContext, useContext } from 'react'
import { createJobClient, type JobClient } from '../../worker/JobClient'

/** Where derived values are made that take longer than a moment. */
export interface Work {
  /** The page's workers. */
  readonly jobs: JobClient
  /** Aborting ends the work, unless somebody else waits for the same value. */
  readonly signal?: AbortSignal | undefined
  /** Called with the share of 1 that is done, by work that can say so. */
  readonly onProgress?: ((share: number) => void) | undefined
}

/** The page's way to work beside its other work, and to say that some of it failed. */
export interface PageWork extends Pick<Work, 'jobs'> {
  /** Shows an error among the page's messages; nothing that fails is kept silent. */
  readonly report: (error: unknown) => void
}

/** Given to all of the page by `App`. Outside of it there are no workers, and errors are reported to the browser. */
export const WorkContext = createContext<PageWork>({
  jobs: createJobClient(() => {
    throw new Error('there are no workers outside of the page')
  }),
  report: (error) => reportError(error),
})

export function useWork(): PageWork {
  return useContext(WorkContext)
}
