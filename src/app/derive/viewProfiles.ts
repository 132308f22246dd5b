import { type Displayed } from '../../analysis/displayedOf'
import { type Sliced } from '../../analysis/Sliced'
import { profilesOf } from '../../analysis/order/profilesOf'
import { type FigureBasis } from '../../figure/figureBasis'
import { type Tensor } from '../../tensor/Tensor'
import { type View } from '../../tensor/View'
import { derived } from './derived'

interface ProfilesInput {
  readonly displayed: Displayed
  readonly settings: Pick<View, 'query' | 'profiles'>
}

/** Cost of the profiles per cell: sorting a line takes about as long as four reads of its cells. */
const LOOKS = 4

/** The profiles of a view; without `profiles` if the view hides them. */
export const viewProfiles = derived<ProfilesInput, Pick<FigureBasis, 'profiles'>>({
  of: ({ displayed }) => countedOf(displayed),
  key: ({ settings: { query, profiles } }) => `${profiles} ${query}`,
  keptCount: 4,
  known: ({ settings }) => (settings.profiles ? undefined : {}),
  cost: ({ displayed }) => countedOf(displayed).values.length * LOOKS,
  *make({ displayed, settings }): Sliced<Pick<FigureBasis, 'profiles'>> {
    return { profiles: yield* profilesOf(countedOf(displayed), settings.query) }
  },
})

function countedOf({ tensor, counted = tensor }: Displayed): Tensor {
  return counted
}
