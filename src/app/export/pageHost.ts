import { type ExportHost, type PageElements } from '../../export/ExportHost'
import { inSlices } from '../../worker/inSlices'
import { shownBasis } from '../derive/shownBasis'
import { shownFindings } from '../derive/shownFindings'
import { type Work } from '../derive/Work'
import { packedTensor } from './packedTensor'
import { pictureLabel } from './pictureLabel'
import { rasterized } from './rasterized'

/**
 * Returns a host that makes files while the page stays responsive. The progress of `work` is the share of the tensor
 * that is packed, which takes longest.
 */
export function pageHost(work: Work, notice: (sentence: string) => void): ExportHost {
  const { jobs, signal } = work
  return {
    software: `SimLens ${__SIMLENS_VERSION__}`,
    basisOf: (shown) => shownBasis.soon(shown, { jobs, signal }),
    findings: (found, parameters) => shownFindings.soon({ found, parameters }, { jobs, signal }),
    packed: (shown, carried) => packedTensor.soon({ shown, carried }, work),
    inSlices: (sliced) => inSlices(sliced, signal),
    rasterized,
    picture: pictureLabel,
    ...(signal && { signal }),
    notice,
    pageElements,
  }
}

/**
 * Selectors of the head's elements that a saved page keeps, the content security policy first. Elements that a browser
 * extension may have added are left out.
 */
const HEAD = [
  'meta[http-equiv]',
  'meta[charset]',
  'meta[name=viewport]',
  'meta[name=color-scheme]',
  'meta[name=generator]',
  'link[rel=icon]',
  'script[type=module]',
  'style',
]

/**
 * Returns the parts of this page as they were served. Script and style stay unchanged, so that they match their hashes
 * in the content security policy.
 */
function pageElements(): PageElements {
  return { head: HEAD.map(markupOf), licenses: markupOf('#licenses') }
}

function markupOf(selector: string): string {
  return document.querySelector(selector)?.outerHTML ?? ''
}
