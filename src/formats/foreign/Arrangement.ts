import { type Role } from './Role'

/**
 * What each dimension of a found array is used as, outermost first: a role, or the index that it is fixed at. No role
 * twice; a role that no dimension has is a single query, layer or token.
 */
export type Arrangement = readonly (Role | number)[]

/** The dimension that has a role; −1 where none has. */
export function dimensionOf(arrangement: Arrangement, role: Role): number {
  return arrangement.indexOf(role)
}

/** Gives a dimension another role, or fixes it at an index; the one that had the role takes what this one was. */
export function withRole(
  arrangement: Arrangement,
  dimensionIndex: number,
  role: Role | number,
): Arrangement {
  const former = arrangement[dimensionIndex] ?? 0
  const owner = typeof role === 'string' ? dimensionOf(arrangement, role) : -1
  return arrangement.map((each, index) => {
    if (index === dimensionIndex) return role
    if (index !== owner) return each
    // An index of one dimension means nothing in another.
    return typeof former === 'string' ? former : 0
  })
}
