/// Random numbers that are the same in every run: SplitMix64.
///
/// - Source: https://prng.di.unimi.it/splitmix64.c
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension String {
  /// A text in which everything that may disturb a terminal or a parser is frequent.
  static func random(scalarCount: Int, using generator: inout SeededGenerator) -> String {
    let disturbing: [Unicode.Scalar] = [
      "\0", "\n", "\r", "\t", "\u{1B}", "\u{7F}", "\u{9B}", "\u{AD}", "\u{301}", "\u{20DD}",
      "\u{200B}", "\u{202E}", "\u{2028}", "\u{3164}", "\u{E000}", "\u{E0041}", "\u{FFFF}", "\"",
      "'",
      "\\", " ", "太", "😀", "\u{11A8}",
    ]
    var text = ""
    for _ in 0..<scalarCount {
      if Bool.random(using: &generator), let scalar = disturbing.randomElement(using: &generator) {
        text.unicodeScalars.append(scalar)
      } else if let scalar = Unicode.Scalar(UInt32.random(in: 0...0x1_FFFF, using: &generator)) {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
