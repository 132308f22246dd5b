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
  ['cluster', 'Similarity'],
] as const

const orderBy = (place: 'layer' | 'token'): v.GenericSchema<unknown, string> =>
  v.pipe(
    v.string(),
    v.regex(new RegExp(`^(?:${orders.map(([name]) => name).join('|')}|${place}:\\d{1,9})$`, 'u')),
  )

/** An order by a layer or a token applies to one tensor only. */
const isLasting = (order: unknown): boolean => !String(order).includes(':')

const details = [
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
    help: 'Pin a cell to order them by the values of its layer.',
    form: 'Also layer:3, by the values of the layer with index 3, from 0.',
    terms: ['sort', 'arrange', 'cluster', 'rank', 'columns'],
    options: orders,
  }),
  layer_order: setting(orderBy('token'), {
    default: 'position',
    isLasting,
    section: 'Layout',
    name: 'Order of layers',
    help: 'Pin a cell to order them by the values of its token.',
    form: 'Also token:12, by the values of the token with index 12, from 0.',
    terms: ['sort', 'arrange', 'cluster', 'rank', 'rows'],
    options: orders,
  }),
  profiles: setting(v.boolean(), {
    default: false,
    section: 'Layout',
    name: 'Profiles',
    help: 'Mean, 10–90 % and extremes of each token and layer, beside the cells.',
    terms: ['marginals', 'mean', 'averages', 'curves', 'band'],
  }),
  token_lines: setting(lines, {
    absent: 'none',
    isLasting: false,
    section: 'Layout',
    name: 'Lines of tokens',
    help: 'Shift and a click, or Shift+Enter, adds the token of a cell.',
    form: 'Indices of up to 8 tokens, from 0, whose values are lines in the profiles.',
    terms: ['profiles', 'trajectory', 'curves', 'columns'],
  }),
  layer_lines: setting(lines, {
    absent: 'none',
    isLasting: false,
    section: 'Layout',
    name: 'Lines of layers',
    help: 'With Ctrl too, its layer.',
    form: 'Indices of up to 8 layers, from 0, whose values are lines in the profiles.',
    terms: ['profiles', 'curves', 'rows'],
  }),
  detail: setting(oneOf(details), {
    default: 'extreme',
    section: 'Cells',
    name: 'Shared pixels show',
    help: 'Which of several cells is drawn.',
    terms: ['detail', 'aggregate', 'downsampling', 'pooling', 'bins'],
    options: details,
    toolbar: { name: 'Shared pixels' },
  }),
}
