import { settingsOfView } from '../../tensor/shownView'
import { defaultView, lastingSettings, parseView, type ViewSettings } from '../../tensor/View'
import { type OpenTensor } from '../state/AppState'
import { linkTextOf } from './linkedTensor'
import { mayShareCells } from './oldLinks'
import { originParts, PACKED } from './openableOf'
import { hashText } from './PageHash'

/** Returns a link to a tensor in its view, or the reason why there is none. */
export function linkTo(open: OpenTensor): { readonly link: string } | { readonly reason: string } {
  const [page = ''] = location.href.split('#')
  if (!/^(?:https?|file):/u.test(page)) return { reason: 'This page has no address for a link.' }
  const packed = open.origin === undefined ? linkTextOf(open.tensor) : undefined
  const origin = open.origin ?? (packed && PACKED + packed)
  if (origin === undefined) {
    return {
      reason:
        'The tensor is too large for a link, which holds about 8 kB of compressed data. Put the file on a server and link to it with #data=ADDRESS, or send an exported figure, which contains the data.',
    }
  }
  const hash = hashOf({ ...open, origin }, false)
  return { link: hash === '' ? page : `${page}#${hash}` }
}

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

/** The settings that an address must contain to describe a view. */
interface ViewDifference {
  readonly settings: Readonly<Record<string, unknown>>
  /** Settings of the file's view that this view lacks. */
  readonly cleared: readonly string[]
}

type Shown = Pick<OpenTensor, 'tensor' | 'view' | 'windows' | 'cell' | 'carriedView'>

/**
 * Returns the difference between a view and the view in which the tensor's file opens without any choice of the reader.
 */
function viewDifference({ tensor, carriedView = tensor.view, ...open }: Shown): ViewDifference {
  const shown: Readonly<Record<string, unknown>> = settingsOfView(open)
  const start: Readonly<Record<string, unknown>> = {
    ...defaultView(tensor, open.view),
    panels: 'one',
    rows: 'layer',
    ...parseView(carriedView).settings,
  }
  const changed = Object.entries(shown).filter(
    ([key, value]) =>
      JSON.stringify(value) !== JSON.stringify(start[key]) ||
      // Links without it were made while the default was another one.
      (key === 'detail' && mayShareCells(tensor)),
  )
  return {
    settings: Object.fromEntries(changed),
    cleared: Object.keys(start).filter((key) => shown[key] === undefined),
  }
}
