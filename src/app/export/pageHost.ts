import { type ExportHost } from '../../export/ExportHost'
import { type JobClient } from '../../worker/JobClient'
import { inSlices } from '../derive/inSlices'
import { shownBasis } from '../derive/shownBasis'
import { packedTensor } from './packedTensor'
import { pageElements } from './pageElements'
import { rasterized } from './rasterized'

/** Returns a host that makes files while the page stays responsive. */
export function pageHost(jobs: JobClient): ExportHost {
  return {
    software: `SimLens ${__SIMLENS_VERSION__}`,
    basisOf: (shown) => shownBasis.soon(shown, { jobs }),
    finish: (work) => inSlices(work),
    packed: (shown, carried) => packedTensor.soon({ shown, carried }, { jobs }),
    rasterized,
    pageElements,
  }
}
