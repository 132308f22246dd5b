import { expect, it } from 'vitest'
import { finish } from '../../../src/analysis/Sliced'
import { profilesOf } from '../../../src/analysis/order/profilesOf'
import { profileRows } from '../../../src/export/tableOf'
import { csvText } from '../../../src/export/csvText'
import { matrixOf } from '../../../src/tensor/Matrix'
import { type Tensor } from '../../../src/tensor/Tensor'
import { ragged } from '../analysis/ragged'
import { tensorOfRows } from '../tensor/anyTensor'

it('profiles are written a row each, exact, with labels that a spreadsheet reads as they are', () => {
  const tensor: Tensor = {
    ...tensorOfRows([[0.1, NaN, 3], [0.3]]),
    tokens: { kind: 'shared', texts: ['a,"b"', 'c\nd', '=1'] },
    firstIndex: 4,
  }
  const matrix = matrixOf(tensor, 0, 'distance', 'query')
  const table = profileRows(matrix, finish(profilesOf(tensor, 0)))
  expect([...csvText(table)].map((line) => line.trimEnd())).toEqual([
    'of,index,label,count,mean,p10,p90,min,max',
    'layer,0,0,2,1.55,0.39,2.71,0.1,3',
    'layer,1,1,1,0.3,0.3,0.3,0.3,0.3',
    'token,4,"a,""b""",2,0.2,0.12000000000000001,0.28,0.1,0.3',
    'token,5,"c\nd",0,,,,,',
    "token,6,'=1,1,3,3,3,3,3",
  ])
})

it('profiles have the layers of the other queries that the figure compares', () => {
  const tensor = ragged([[[1, 3]], [[5], [7, 9]]])
  const matrix = matrixOf(tensor, 1, 'distance', 'query')
  const rows = [...profileRows(matrix, finish(profilesOf(tensor, 1, [0, 1])))]
  expect(rows.map(([of, index, , count]) => `${of} ${index} ${count}`)).toEqual([
    'of index count',
    'layer 0 1',
    'layer 1 2',
    'token 0 2',
    'token 1 1',
    'layer of Meta Token #1 0 2',
  ])
})
