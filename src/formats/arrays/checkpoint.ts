import { unreadable } from './unreadable'

/** How a model calls its parameters. */
const PARAMETER = /(?:weight|bias|running_(?:mean|var)|embedding)s?$/i

/** Fewer parameters than this may be somebody's arrays. */
const FEWEST = 8

/** Throws `TensorError` (unsupported) where most names are those of a model's parameters. */
export function refuseCheckpoint(names: readonly string[]): void {
  const count = names.filter((name) => PARAMETER.test(name)).length
  if (count < FEWEST || count * 2 < names.length) return
  throw unreadable(
    `The file is a model checkpoint with ${names.length} arrays of weights, no similarities.`,
    'Run the model, and save the similarities of its states: np.save("name.npy", array).',
  )
}
