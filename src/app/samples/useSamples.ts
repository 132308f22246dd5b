import { useCallback, useEffect } from 'react'
import { type Loader } from '../state/useLoader'
import { defaultSample, type Sample } from './samples'

/** Opens samples; the page begins with the figure of the default one. */
export function useSamples(loader: Loader): (sample: Sample) => void {
  const openSample = useCallback((sample: Sample) => loader.open([sample.open()]), [loader])
  // Reading the sample is asynchronous, as reading any file is.
  useEffect(() => openSample(defaultSample), [openSample])
  return openSample
}
