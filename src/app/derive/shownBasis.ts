import { noiseFloor } from '../../analysis/noiseFloor'
import {
  figureBasis,
  type FigureBasis,
  type FigureInput,
  displayName,
  type ShownTensor,
} from '../../figure/figureBasis'
import { figureScale, needsSpread } from '../../figure/figureScale'
import { beyondCounts, noiseCounts } from './beyondCounts'
import { type Derived } from './derived'
import { displayedValues } from './displayedValues'
import { scaleSpread } from './scaleSpread'
import { viewAlignment } from './viewAlignment'
import { viewOrders, viewProfiles } from './viewOrders'

/** The basis of a figure. Every pass over many cells is made in a worker or in slices. */
export const shownBasis: Derived<ShownTensor, FigureBasis> = {
  of: ({ tensor }) => tensor,
  key: ({ view, windows, fileName }) =>
    JSON.stringify([view, fileName, view.scope === 'view' && windows]),
  now: (shown) => {
    const input = inputNow(shown)
    const scaled = input && scaledNow(input)
    return scaled && basisNow(scaled)
  },
  soon: async (shown, work) => {
    const settings = shown.view
    const displayed = await displayedValues.soon({ raw: shown, settings }, work)
    const { tensor } = shown
    const orders = {
      ...(await viewOrders.soon({ displayed, settings }, work)),
      ...(await viewAlignment.soon({ tensor, settings }, work)),
    }
    const profiles = await viewProfiles.soon({ displayed, settings }, work)
    const input = inputOf(shown, { displayed, orders, ...profiles })
    const spread = needsSpread(input) ? { spread: await scaleSpread.soon(input, work) } : {}
    const scaled = { ...input, ...spread }
    const beyond = await beyondCounts.soon(rangeOf(scaled), work)
    const inNoise = noiseOf(scaled)
    const noise = inNoise && (await noiseCounts.soon(inNoise, work))
    return figureBasis({ ...scaled, beyond, noise })
  },
}

function inputNow(shown: ShownTensor): FigureInput | undefined {
  const settings = shown.view
  const displayed = displayedValues.now({ raw: shown, settings })
  const orders = displayed && viewOrders.now({ displayed, settings })
  const aligned = displayed && viewAlignment.now({ tensor: shown.tensor, settings })
  const profiles = displayed && viewProfiles.now({ displayed, settings })
  if (displayed === undefined || aligned === undefined) return undefined
  return (
    orders &&
    profiles &&
    inputOf(shown, { displayed, orders: { ...orders, ...aligned }, ...profiles })
  )
}

function scaledNow(input: FigureInput): FigureInput | undefined {
  if (!needsSpread(input)) return input
  const spread = scaleSpread.now(input)
  return spread && { ...input, spread }
}

function basisNow(input: FigureInput): FigureBasis | undefined {
  const beyond = beyondCounts.now(rangeOf(input))
  const inNoise = noiseOf(input)
  if (beyond === undefined || inNoise === undefined) {
    return beyond && figureBasis({ ...input, beyond })
  }
  const noise = noiseCounts.now(inNoise)
  return noise && figureBasis({ ...input, beyond, noise })
}

function inputOf(
  { tensor, view, fileName, windows }: ShownTensor,
  made: Pick<FigureInput, 'displayed' | 'orders' | 'profiles'>,
): FigureInput {
  return { tensor, view, ...made, windows, name: displayName(fileName) }
}

/** Returns the input that counts the values beyond the range of a figure's colors. */
function rangeOf(input: FigureInput): Parameters<typeof beyondCounts.now>[0] {
  const { displayed, view } = input
  return { displayed, queryIndex: view.query, range: figureScale(input) }
}

/** Returns the input that counts the cells beyond a figure's noise floor; undefined if there is no noise floor. */
function noiseOf(input: FigureInput): Parameters<typeof noiseCounts.now>[0] | undefined {
  const { tensor, view, displayed } = input
  const floor = noiseFloor(tensor, view)
  return floor && { tensor: displayed.counted ?? displayed.tensor, queryIndex: view.query, floor }
}
