import { useCallback, useRef, type Dispatch } from 'react'
import { type Choice } from '../../formats/foreign/FoundFile'
import { type ViewSettings } from '../../tensor/View'
import { type JobClient } from '../../worker/JobClient'
import { type OpenTensor, loadProblem } from '../state/AppState'
import { type AppAction } from '../state/appReducer'
import { openingView } from '../state/openingView'
import { arrangeFound } from './arrangeFound'
import { rememberChoice } from './recallChoice'

/** Arranges an open tensor of a foreign file as chosen. */
export type Arrange = (open: OpenTensor, choice: Choice) => void

/**
 * Returns a function that arranges in a worker and stores the choice for files of the same form. It makes one
 * arrangement at a time: of all choices made meanwhile for a tensor, as by a slider, only the last one is used.
 */
export function useArranger(
  jobs: JobClient,
  dispatch: Dispatch<AppAction>,
  kept: { readonly current: ViewSettings },
): Arrange {
  const waiting = useRef(new Map<number, readonly [OpenTensor, Choice]>())
  const isRunning = useRef(false)
  return useCallback(
    (open, choice) => {
      const arrangeOne = async ([asked, wanted]: readonly [OpenTensor, Choice]): Promise<void> => {
        const { id, fileName, found } = asked
        if (found === undefined) return
        try {
          const loaded = await arrangeFound(found, wanted, { jobs })
          rememberChoice({ file: found.file, choice: wanted })
          const name = found.file.arrays.length === 1 ? fileName : loaded.name
          const { shown } = openingView(loaded.tensor, {}, kept.current)
          const opened = { ...loaded, id, fileName: name, ...shown }
          dispatch({ type: 'axes-arranged', opened })
        } catch (error) {
          dispatch({ type: 'load-failed', failure: { fileName, problem: loadProblem(error) } })
        }
      }
      const arrangeAll = async (): Promise<void> => {
        isRunning.current = true
        // Choices that are made meanwhile are added at the end.
        for (const [id, latest] of waiting.current) {
          waiting.current.delete(id)
          // oxlint-disable-next-line no-await-in-loop -- one at a time on purpose: the next choice may replace this one
          await arrangeOne(latest)
        }
        isRunning.current = false
      }
      waiting.current.set(open.id, [open, choice])
      if (!isRunning.current) void arrangeAll()
    },
    [jobs, dispatch, kept],
  )
}
