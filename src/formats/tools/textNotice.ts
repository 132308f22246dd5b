/** Says that a file has numbers as texts. */
export function textNotice(count: number): string {
  const what = count === 1 ? '1 number stands' : `${count} numbers stand`
  return `${what} in the file as text and ${count === 1 ? 'was' : 'were'} read as ${count === 1 ? 'a number' : 'numbers'}.`
}
