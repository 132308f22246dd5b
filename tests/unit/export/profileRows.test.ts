import { expect, it } from 'vitest'
import { finish } from '../../../src/analysis/Sliced'
import { profilesOf } from '../../../src/analysis/order/profilesOf'
import { profileRows } from '../../../src/export/tableOf'
import { csvText } from '../../../src/export/csvText'
import { matrixOf } from '../../../src/tensor/Matrix'
import { type Tensor } from '../../../src/tensor/Tensor'
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
