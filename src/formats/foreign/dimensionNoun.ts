import { type Dimension } from './FoundFile'

/** A dimension as a sentence or an axis names it: `Head`, or `Axis 2` where it has no name. */
export function dimensionNoun({ name }: Pick<Dimension, 'name'>, dimensionIndex: number): string {
  const plain = (name ?? '').replaceAll('_', ' ').trim()
  return plain === ''
    ? `Axis ${dimensionIndex + 1}`
    : plain.charAt(0).toUpperCase() + plain.slice(1)
}
