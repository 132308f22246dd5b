import * as v from 'valibot'
import { setting, count, oneOf } from './Setting'

/**
 * The orders of tokens or of layers. In addition, tokens can be ordered by the values of any layer, and layers by those
 * of any token.
 */
const orders = [
  ['position', 'The sequence'],
  ['mean', 'Mean'],
  ['trend', 'Trend'],
  ['cluster', 'Similarity (cluster)'],
] as const

const orderBy = (place: 'layer' | 'token'): v.GenericSchema<unknown, string> =>
  v.pipe(
    v.string(),
    v.regex(new RegExp(`^(?:${orders.map(([name]) => name).join('|')}|${place}:\\d{1,9})$`, 'u')),
  )

/** An order by a layer or a token applies to one tensor only. */
const isLasting = (order: unknown): boolean => !String(order).includes(':')

const details = [
  ['typical', 'Typical'],
  ['extreme', 'Most extreme'],
  ['mean', 'Mean'],
  ['max', 'Greatest'],
  ['min', 'Least'],
] as const

/** At most as many lines as can be distinguished by color. */
const lines = v.pipe(v.array(count), v.maxLength(8))

/** The settings of the order of tokens and layers, the profiles beside them, and the cells that are drawn. */
export const plotSettings = {
  order: setting(orderBy('layer'), {
    default: 'position',
    isLasting,
    section: 'Layout',
    name: 'Order of tokens',
    help: 'Pin a cell to order the tokens by its layer.',
    form: 'Or layer:3, the values of the layer with index 3, counted from 0.',
    terms: ['sort', 'arrange', 'cluster', 'rank', 'columns'],
    options: orders,
  }),
  layer_order: setting(orderBy('token'), {
    default: 'position',
    isLasting,
    section: 'Layout',
    name: 'Order of layers',
    help: 'Pin a cell to order the layers by its token.',
    form: 'Or token:12, the values of the token with index 12, counted from 0.',
    terms: ['sort', 'arrange', 'cluster', 'rank', 'rows'],
    options: orders,
  }),
  profiles: setting(v.boolean(), {
    default: false,
    section: 'Layout',
    name: 'Profiles',
    help: 'Curves beside the cells show the mean, the 10–90 % band and the extremes.',
    terms: ['marginals', 'mean', 'averages', 'curves', 'band'],
  }),
  query_lines: setting(v.boolean(), {
    default: false,
    section: 'Layout',
    name: 'Lines of all queries',
    help: 'The layers’ profile compares the mean and the 10–90 % band of up to 8 queries.',
    terms: ['profiles', 'depth', 'groups', 'compare', 'curves'],
  }),
  token_lines: setting(lines, {
    absent: 'none',
    isLasting: false,
    section: 'Layout',
    name: 'Lines of tokens',
    help: 'Shift + click or Shift + Enter adds the token of a cell.',
    form: 'Up to 8 token indices, counted from 0. The profiles draw these tokens as lines.',
    terms: ['profiles', 'trajectory', 'curves', 'columns'],
  }),
  layer_lines: setting(lines, {
    absent: 'none',
    isLasting: false,
    section: 'Layout',
    name: 'Lines of layers',
    help: 'Ctrl + Shift + click or Ctrl + Shift + Enter adds the layer of a cell.',
    form: 'Up to 8 layer indices, counted from 0. The profiles draw these layers as lines.',
    terms: ['profiles', 'curves', 'rows'],
  }),
  detail: setting(oneOf(details), {
    default: 'typical',
    section: 'Cells',
    name: 'When cells share a pixel, show',
    help: 'Typical: their mean, or the cell that stands out in its layer.',
    terms: ['detail', 'aggregate', 'downsampling', 'pooling', 'bins'],
    options: details,
  }),
}
