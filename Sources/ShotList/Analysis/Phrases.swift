/// Phrases that a rule looks for, cut into words once. Lower case; a hyphen parts words as a space does; `*` stands for a
/// word that means the product, or its photo's handle.
struct Phrases: ExpressibleByArrayLiteral, Sendable {
  /// The keys of each phrase's words.
  let all: [[UInt64]]

  init(_ phrases: [String]) {
    all = phrases.map { phrase in
      phrase.split { $0 == " " || $0 == "-" }.map { $0 == "*" ? Self.product : $0.utf8.wordKey }
    }
  }

  init(arrayLiteral phrases: String...) { self.init(phrases) }

  /// The key that stands for a word that means the product. No word has it.
  static let product: UInt64 = 0

  static func + (left: Phrases, right: Phrases) -> Phrases { Phrases(keys: left.all + right.all) }

  private init(keys: [[UInt64]]) { all = keys }
}

extension Set<UInt64> {
  /// The keys of single words.
  init(words: String) { self.init(words.split(separator: " ").map { $0.utf8.wordKey }) }
}

extension Sequence<UInt8> {
  /// A number that stands for a word whatever its case: 64-bit FNV-1a of its bytes, a curly apostrophe as a straight one.
  ///
  /// Words with the same number may differ, which nobody meets by chance; who makes such words harms his own file alone.
  var wordKey: UInt64 {
    var key: UInt64 = 0xCBF2_9CE4_8422_2325
    // How many bytes of a curly apostrophe were met.
    var curly = 0
    for byte in self {
      switch (curly, byte) {
      case (0, 0xE2), (1, 0x80): curly += 1
      case (2, 0x99):
        curly = 0
        key.take(UInt8(ascii: "'"))
      default:
        if curly > 0 { key.take(0xE2) }
        if curly > 1 { key.take(0x80) }
        curly = byte == 0xE2 ? 1 : 0
        if curly == 0 { key.take(byte.isLetter ? byte | 0x20 : byte) }
      }
    }
    return key == Phrases.product ? 1 : key
  }
}

extension UInt64 {
  fileprivate mutating func take(_ byte: UInt8) { self = (self ^ UInt64(byte)) &* 0x100_0000_01B3 }
}
