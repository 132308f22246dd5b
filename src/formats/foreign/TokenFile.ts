/**
 * A file that names tokens and holds nothing to draw; it is laid beside the tensor that is open. Either the texts
 * themselves, one list for all queries or one for each, or a tokenizer's vocabulary, which turns ids into texts.
 */
export type TokenFile =
  | { readonly kind: 'texts'; readonly lists: readonly (readonly string[])[] }
  | {
      readonly kind: 'vocabulary'
      readonly texts: ReadonlyMap<number, string>
      /** Texts of special tokens. */
      readonly special: readonly string[]
    }
