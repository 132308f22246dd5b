import { describe, expect, it } from 'vitest'
import { runPython } from './runPython'

const NESTING = 'Values are nested [query][layer][token], or [layer][token] for one query.'
const NO_TEXT = 'Write numbers without quotes, and a missing one as null.'
const OPTIONAL = 'Correct it, or leave the key out: all keys but values are optional.'

/** What `simlens.write` says of arguments. */
function refusal(values: string, options = ''): string {
  return runPython(
    `import numpy\ntry:\n  simlens.write("/nonexistent/a.json", ${values}${options && `, ${options}`})\nexcept ValueError as error:\n  print(error)`,
  ).trim()
}

describe('write refuses', () => {
  it.each([
    [
      '{"a": numpy.ones((2, 3))}',
      'tokens=["a"]',
      'A dict is a whole tensor: give tokens and options to simlens.tensor, which makes one.',
    ],
    [
      '{"a": numpy.ones((2, 3))}',
      '',
      'The JSON object has no key "values". Its keys are "a". Put the similarities into "values", nested [query][layer][token].',
    ],
    [
      '{"values": {"layer_0": numpy.ones(3)}}',
      '',
      `values is an object where nested arrays of numbers were expected. ${NESTING}`,
    ],
    ['[{"layer": 0}]', '', `values[0] is an object where a number was expected. ${NESTING}`],
    ['numpy.ones(3)', '', `The array is a single row of 3 numbers, without layers. ${NESTING}`],
    [
      'numpy.float32(3)',
      '',
      `values is a number (3) where nested arrays of numbers were expected. ${NESTING}`,
    ],
    ['numpy.ones((0, 3))', '', `The array holds no values at all. ${NESTING}`],
    [
      'numpy.array([[{}, 1]], object)',
      '',
      `values[0][0] is an object where a number was expected. ${NESTING}`,
    ],
    [
      'numpy.array([["0.1"]])',
      '',
      `values[0][0] is text ("0.1") where a number was expected. ${NO_TEXT}`,
    ],
    [
      'numpy.array([["2026-01-01"]], "M8[D]")',
      '',
      `values[0][0] is text ("2026-01-01") where a number was expected. ${NO_TEXT}`,
    ],
    [
      'numpy.array([[1 + 2j]])',
      '',
      `values[0][0] is a Python complex where a number was expected. ${NESTING}`,
    ],
    [
      'numpy.zeros((2, 2), [("a", float)])',
      '',
      `values is an object where nested arrays of numbers were expected. ${NESTING}`,
    ],
    [
      '{1.5, 2}',
      '',
      `values is a Python set where nested arrays of numbers were expected. ${NESTING}`,
    ],
    [
      '[[1, 2], 3]',
      '',
      `values[1] is a number (3) where a row of numbers was expected. ${NESTING}`,
    ],
    [
      '[[1, 2, 3]]',
      '["a", "b"]',
      'values[0] has 3 values, but “Meta Token #1” has 2 past tokens. A row has one value for each token before the meta token: shorten it, or correct tokens, position or first_index.',
    ],
    [
      '[[1, 2]]',
      'numpy.array([5, 6])',
      `tokens[0] is a number (5) where text was expected. ${OPTIONAL}`,
    ],
    [
      '[[1, 2]]',
      '"ab"',
      `tokens is text ("ab") where an array of texts, or one for each query was expected. ${OPTIONAL}`,
    ],
    [
      '[[[1, 2]]]',
      'positions=[2.5]',
      `queries[0].position is a number (2.5) where a whole number from 0 was expected. ${OPTIONAL}`,
    ],
    [
      '[[1, 2]]',
      'axes={"row": " "}',
      `axes.row is text (" ") where a name of 1 to 60 characters on one line was expected. ${OPTIONAL}`,
    ],
    [
      '[[1, 2]]',
      'axes=["Head"]',
      `axes is an array where an object with query, row or column was expected. ${OPTIONAL}`,
    ],
    [
      '[[1, 2, 3]]',
      '["a", "b"], axes={"query": "Step"}',
      'values[0] has 3 values, but “Step #1” has 2 past tokens. A row has one value for each token before the meta token: shorten it, or correct tokens, position or first_index.',
    ],
    [
      'numpy.ones((2, 1, 3))',
      'positions=[3]',
      'queries has 1 meta token, but values has 2 matrices. Give one entry for each meta token of values, or leave queries out.',
    ],
    [
      'numpy.ones((2, 1, 3))',
      'positions=[3, 4], queries=["a"]',
      'queries has 1 meta token, but positions has 2.',
    ],
    [
      '[[1, 2]]',
      'layers=["a", "b"]',
      'layers has 2 labels, but values has 1 layer. Give one label for each layer, or leave layers out.',
    ],
  ])('%s, %s', (values, options, message) => {
    expect(refusal(values, options)).toBe(message)
  })
})

it('write takes arrays and frames of any library', () => {
  const printed = runPython(`
import decimal, fractions, types, numpy, torch
class Frame:
  columns, index = ["a", "b"], ["L3"]
  def to_numpy(self): return numpy.array([[1.5, None]], object)
half = torch.tensor([[1.5, 2]], dtype=torch.bfloat16, requires_grad=True)
given = [
  numpy.array([[1.5, 2]], numpy.float16), numpy.longdouble([[1.5, 2]]), numpy.ma.masked_equal([[1.5, 2]], 2),
  half, torch.tensor([[1.5, 2]]).to_sparse(), [half[0]], [[torch.tensor(1.5), numpy.int8(2)]],
  numpy.array([[True, False]]), [[True, False]], [[decimal.Decimal("1.5"), fractions.Fraction(2)]],
  numpy.array([numpy.ones(2), numpy.ones(1)], object), map(list, [[1.5, 2]]), Frame(),
]
print(json.dumps([json.loads(simlens._text(simlens.tensor(each))) for each in given]))
`)
  const both = { values: [[1.5, 2]] }
  expect(JSON.parse(printed)).toMatchObject([
    both,
    both,
    { values: [[1.5, null]] },
    both,
    both,
    both,
    both,
    { values: [[1, 0]] },
    { values: [[1, 0]] },
    both,
    { values: [[1, 1], [1]] },
    both,
    { values: [[1.5, null]], tokens: ['a', 'b'], layers: ['L3'] },
  ])
})
