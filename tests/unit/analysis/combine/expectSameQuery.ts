import { expect } from 'vitest'
import { type Part } from '../../../../src/analysis/combine/Part'
import {
  distanceOf,
  layerCountOf,
  layerLabel,
  sequenceIndex,
  tokenCountOf,
  tokenText,
  valueAt,
  type Tensor,
} from '../../../../src/tensor/Tensor'

/** Holds a query of a combined tensor against the part that it was made of. */
export function expectSameQuery(tensor: Tensor, q: number, part: Part): void {
  const { tensor: own, queryIndex } = part
  const shift = own.firstIndex - tensor.firstIndex
  expect(tokenCountOf(tensor, q)).toBe(tokenCountOf(own, queryIndex) + shift)
  expect(layerCountOf(tensor, q)).toBeGreaterThanOrEqual(layerCountOf(own, queryIndex))
  const places = new Map(
    Array.from({ length: layerCountOf(tensor, q) }, (_, layer) => [
      layerLabel(tensor, layer),
      layer,
    ]),
  )
  const isByLabel = places.size === layerCountOf(tensor, q)
  for (let layer = 0; layer < layerCountOf(own, queryIndex); layer++) {
    const place = isByLabel ? (places.get(layerLabel(own, layer)) ?? layer) : layer
    for (let token = 0; token < tokenCountOf(own, queryIndex); token++) {
      const value = valueAt(own, queryIndex, layer, token)
      // A cell that no file has may be filled as missing.
      expect(valueAt(tensor, q, place, token + shift) ?? NaN).toBe(value ?? NaN)
    }
  }
  for (let token = 0; token < tokenCountOf(own, queryIndex); token++) {
    const text = tokenText(own, queryIndex, token)
    expect(tokenText(tensor, q, token + shift) ?? '').toBe(text ?? '')
    expect(sequenceIndex(tensor, token + shift)).toBe(sequenceIndex(own, token))
    expect(distanceOf(tensor, q, token + shift)).toBe(distanceOf(own, queryIndex, token))
  }
}
