import { type Displayed } from '../../analysis/displayedOf'
import { finish } from '../../analysis/findings/Sliced'
import { profilesOf } from '../../analysis/order/profileOf'
import { type FigureBasis } from '../../figure/figureBasis'
import { type Profiles } from '../../tensor/Profile'
import { type Tensor } from '../../tensor/Tensor'
import { type View } from '../../tensor/View'
import { inSlices } from '../derive/inSlices'
import { type Work } from '../derive/Work'

/** Up to so many cells it is done in a moment. */
const MAX_CELLS_AT_ONCE = 1 << 15

type ShownProfiles = Pick<FigureBasis, 'profiles'>
type ProfileSettings = Pick<View, 'query' | 'profiles'>

/** What was made of a tensor, by query. */
const made = new WeakMap<Tensor, Map<number, Profiles>>()

/** The profiles that a view shows, where they are there or made in a moment; undefined where they take longer. */
export function profilesNow(
  displayed: Displayed,
  { query, profiles }: ProfileSettings,
): ShownProfiles | undefined {
  if (!profiles) return {}
  const { tensor, counted = tensor } = displayed
  const known = made.get(counted)?.get(query)
  if (known !== undefined) return { profiles: known }
  if (counted.values.length > MAX_CELLS_AT_ONCE) return undefined
  return keep(counted, query, finish(profilesOf(counted, query)))
}

/** The same, made beside the page's other work. */
export async function profilesSoon(
  displayed: Displayed,
  settings: ProfileSettings,
  { signal }: Work,
): Promise<ShownProfiles> {
  const now = profilesNow(displayed, settings)
  if (now !== undefined) return now
  const { tensor, counted = tensor } = displayed
  const { query } = settings
  return keep(counted, query, await inSlices(profilesOf(counted, query), signal))
}

function keep(tensor: Tensor, query: number, profiles: Profiles): ShownProfiles {
  const known = made.get(tensor) ?? new Map<number, Profiles>()
  made.set(tensor, known.set(query, profiles))
  return { profiles }
}
