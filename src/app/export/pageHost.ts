import { type ExportHost } from '../../export/ExportHost'
import { basisSoon } from '../figure/basisSoon'
import { inSlices } from '../inSlices'
import { packedTensor } from './packedTensor'
import { pageElements } from './pageElements'
import { rasterized } from './rasterized'

/** Makes files in a page that stays responsive. */
export const pageHost: ExportHost = {
  software: `SimLens ${__SIMLENS_VERSION__}`,
  basisOf: (shown) => basisSoon(shown),
  finish: (work) => inSlices(work),
  packed: packedTensor,
  rasterized,
  pageElements,
}
