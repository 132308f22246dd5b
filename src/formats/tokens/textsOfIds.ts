/**
 * The texts of token ids that stand as labels, such as `50256`; an id that the vocabulary does not have stays as it is.
 * Undefined where the labels are no ids or none of them is known.
 */
export function textsOfIds(
  labels: readonly string[],
  texts: ReadonlyMap<number, string>,
): readonly string[] | undefined {
  if (!labels.every((label) => /^\d+$/.test(label))) return undefined
  if (!labels.some((label) => texts.has(Number(label)))) return undefined
  return labels.map((label) => texts.get(Number(label)) ?? label)
}
