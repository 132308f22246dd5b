import { type Dimension } from './FoundFile'

/** Returns the name of a dimension for a sentence or an axis: `Head`, or `Axis 2` if the dimension has no name. */
export function dimensionNoun({ name }: Pick<Dimension, 'name'>, dimensionIndex: number): string {
  const plain = (name ?? '').replaceAll('_', ' ').trim()
  return plain === ''
    ? `Axis ${dimensionIndex + 1}`
    : plain.charAt(0).toUpperCase() + plain.slice(1)
}
