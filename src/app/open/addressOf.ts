import { lastingSettings, type ViewSettings } from '../../tensor/View'
import { defaultSample, sampleOrigin } from './samples'
import { type OpenTensor } from '../state/AppState'
import { EMBEDDED, isCarrying } from './embeddedTensor'
import { packedTensor } from './linkedTensor'
import { hashText, type HashParts } from './PageHash'
import { viewDifference } from './viewDifference'

/** Prefix of an origin that is the packed tensor itself. */
export const PACKED = 'tensor:'

/**
 * Returns the hash that opens a tensor in its current view. If no address leads to the tensor, as for a dropped file,
 * the hash has only the settings that apply to any tensor.
 */
export function hashOf(open: OpenTensor, isEmbedded: boolean): string {
  const { origin } = open
  const difference = viewDifference(open)
  if (origin !== undefined) return hashText({ ...originParts(origin), ...difference, isEmbedded })
  const settings: ViewSettings = lastingSettings(difference.settings)
  return hashText({ settings, isEmbedded })
}

/** Returns a link to a tensor in its view, or the reason why there is none. */
export function linkTo(open: OpenTensor): { readonly link: string } | { readonly reason: string } {
  const [page = ''] = location.href.split('#')
  if (!/^(?:https?|file):/u.test(page)) return { reason: 'This page has no address of its own.' }
  const packed = open.origin === undefined ? packedTensor(open.tensor) : undefined
  const origin = open.origin ?? (packed && PACKED + packed)
  if (origin === undefined) {
    return {
      reason:
        'The tensor is too large for a link, which holds about 8 kB of it compressed. Put the file on a server and open it with #data= and its address, or send the figure: it carries its data.',
    }
  }
  const hash = hashOf({ ...open, origin }, false)
  return { link: hash === '' ? page : `${page}#${hash}` }
}

function originParts(origin: string): Pick<HashParts, 'data' | 'tensor'> {
  if (origin.startsWith(PACKED)) return { tensor: origin.slice(PACKED.length) }
  const home = isCarrying() ? EMBEDDED : sampleOrigin(defaultSample)
  return origin === home ? {} : { data: origin }
}
