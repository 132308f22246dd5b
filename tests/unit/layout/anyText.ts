import * as fc from 'fast-check'

/** Strings of any UTF-16 units: unpaired surrogates and noncharacters too. */
export const anyUnits: fc.Arbitrary<string> = fc.string({
  unit: fc.oneof(
    fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
    fc.constantFrom(' ', '\n', '\t', '\u200d', '\u202e', '\ud83d', '\ude00', '\ufffe', '\u0000'),
  ),
})

/** Texts as tokens have them: words, other scripts, emoji, and anything at all. */
export const anyTokenText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ maxLength: 60 }),
  anyUnits,
  fc.constantFrom('', ' the', '\n', 'x'.repeat(10_000), '👩‍👩‍👧‍👦'.repeat(40), 'שלום', '\u0301'),
)

/** What no XML 1.0 document can hold (section 2.2 of the recommendation). */
export const NOT_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u
