import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { describe as describeMatrix } from '../../../src/analysis/description/describe'
import { plainWriting } from '../../../src/analysis/description/Writing'
import { asLoaded, displayedOf } from '../../../src/analysis/displayedOf'
import { finish } from '../../../src/analysis/Sliced'
import { querySummary } from '../../../src/analysis/findings/QuerySummary'
import { profilesOf } from '../../../src/analysis/order/profilesOf'
import { spreadOf } from '../../../src/analysis/Spread'
import { matrixRows } from '../../../src/export/tableOf'
import { tidyRows } from '../../../src/export/tidyRows'
import { canonicalJson } from '../../../src/formats/canonical/canonicalJson'
import { matrixOf } from '../../../src/tensor/Matrix'
import { type Tensor } from '../../../src/tensor/Tensor'
import { settings } from '../../../src/tensor/settings/settings'
import { anySpec, tensorOf } from '../tensor/anyTensor'
import { inBlocks } from '../tensor/inBlocks'
import { numbersOf } from '../tensor/numbersOf'

const writing = plainWriting({ visibleText: String, tokenText: String })

/** Everything that is made of a tensor by passes over its cells. */
function madeOf(tensor: Tensor): unknown {
  const raw = asLoaded(tensor)
  return {
    statistics: raw.statistics,
    displayed: settings.transform.options.map(([transform]) => {
      const {
        tensor: shown,
        counted,
        statistics,
      } = displayedOf(raw, {
        transform,
        special: 'exclude',
      })
      return { statistics, shown: numbersOf(shown.values), counted: numbersOf(counted?.values) }
    }),
    spread: spreadOf(tensor.values, true),
    json: canonicalJson(tensor).join(''),
    tidy: [...tidyRows(tensor)],
    queries: tensor.queries.map((_, query) => ({
      rows: [...matrixRows(tensor, query)],
      summary: finish(querySummary(tensor, query)),
      profiles: finish(profilesOf(tensor, query)),
      description: raw.statistics[query] && {
        text: describeMatrix(matrixOf(tensor, query, 'distance', 'all'), raw.statistics[query], {
          writing,
          isUpward: true,
        }),
      },
    })),
  }
}

it('whatever is made of a tensor is the same for its values in any blocks of whole rows', () => {
  fc.assert(
    fc.property(anySpec, fc.array(fc.boolean(), { maxLength: 20 }), (spec, cuts) => {
      const tensor = { ...tensorOf(spec), special: ['1', '0:0'] }
      const parted = inBlocks(tensor, (row) => cuts[row] === true)
      expect(madeOf(parted)).toStrictEqual(madeOf(tensor))
    }),
  )
})
