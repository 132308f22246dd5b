/** Units of length, in millimetres. */
const UNITS = { mm: 1, cm: 10, in: 25.4, pt: 25.4 / 72 } as const

export type LengthUnit = keyof typeof UNITS

const NAMES: Readonly<Record<string, LengthUnit>> = {
  mm: 'mm',
  millimeter: 'mm',
  millimetre: 'mm',
  cm: 'cm',
  centimeter: 'cm',
  centimetre: 'cm',
  in: 'in',
  inch: 'in',
  inche: 'in',
  '"': 'in',
  '”': 'in',
  '″': 'in',
  pt: 'pt',
  point: 'pt',
}

const LENGTH = /^([+]?(?:\d+(?:[.,]\d*)?|[.,]\d+))\s*([a-z]+|["”″])?\.?$/iu

/**
 * Returns a length in millimetres as people type it: `3.25 in`, `82mm`, `8,2 cm`, `234 pt`. A number without a unit is
 * in `unit`. Undefined for any other text.
 */
export function lengthOf(text: string, unit: LengthUnit): number | undefined {
  const [, number, name] = LENGTH.exec(text.trim()) ?? []
  if (number === undefined) return undefined
  const named = name === undefined ? unit : NAMES[name.toLowerCase().replace(/(?<=..)s$/u, '')]
  return named && Number((Number(number.replace(',', '.')) * UNITS[named]).toPrecision(12))
}

/** Decimals with which a length is shown. */
const DECIMALS: Readonly<Record<LengthUnit, number>> = { mm: 1, cm: 2, in: 2, pt: 0 }

/** Returns a number of millimetres in another unit, without the unit: `82.6`. */
export function numberIn(unit: LengthUnit, mm: number): string {
  const power = 10 ** DECIMALS[unit]
  // Twelve digits drop the error of the division, so that 82.55 is rounded up.
  const scaled = Number(((mm / UNITS[unit]) * power).toPrecision(12))
  return String(Math.round(scaled) / power)
}

/** Returns a length in a unit: `82.6 mm`. */
export function lengthText(mm: number, unit: LengthUnit): string {
  return `${numberIn(unit, mm)} ${unit}`
}
