import { type Role } from './FoundFile'

/**
 * Labels of layers: `L3`, `layer_3`, `blocks.3.attn`, `transformer.h.3`, and `3_pre` and `3_mlp_out` of
 * TransformerLens.
 */
const LAYER =
  /(?:^|[^a-z])(?:l|layers?|blocks?|depth)[\s._:-]*\d|(?:^|\.)h\.\d|^\d+_(?:pre|mid|post|attn|mlp)/i

/** Labels of tokens: `token_3`, `pos 3`. */
const TOKEN = /(?:^|[^a-z])(?:tok(?:en)?s?|pos(?:ition)?s?)[\s._:-]*\d/i

/**
 * Returns the role that more than half of the labels name beside a number, or undefined. Numbers alone name no role.
 */
export function roleOfLabels(labels: readonly string[]): Role | undefined {
  if (isMost(labels, LAYER)) return 'layer'
  return isMost(labels, TOKEN) ? 'token' : undefined
}

function isMost(labels: readonly string[], word: RegExp): boolean {
  return labels.filter((label) => word.test(label)).length * 2 > labels.length
}
