import * as v from 'valibot'
import { setting } from './Setting'
import { count } from './values'

const columns = v.pipe(
  v.tuple([count, count]),
  v.check(([first, last]) => first <= last, 'the first column must not be beyond the last'),
)

/** The settings of which part of a tensor is visible. None of them applies to another tensor. */
export const placeSettings = {
  query: setting(count, {
    default: 0,
    isLasting: false,
    name: 'Meta token',
    help: 'The query that is shown.',
    form: 'Its index, from 0.',
    terms: ['query', 'matrix', 'panel'],
  }),
  x: setting(columns, {
    absent: 'all',
    isLasting: false,
    name: 'Visible columns',
    help: 'The part of the tokens that is shown.',
    form: 'First and last column, both included, from 0.',
    terms: ['zoom', 'crop', 'window', 'tokens', 'part'],
  }),
  cell: setting(v.strictTuple([count, count]), {
    absent: 'none',
    isLasting: false,
    name: 'Pinned cell',
    help: 'The cell that is marked and read out.',
    form: 'Its layer and its token, both indices from 0.',
    terms: ['mark', 'select', 'highlight', 'readout'],
  }),
}
