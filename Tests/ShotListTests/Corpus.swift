import Foundation
import Testing

@testable import ShotList

/// Texts that exercise every form of the language.
enum Corpus {
  /// The shot lists in `examples`, by file name.
  static let examples: [(name: String, text: String)] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../examples")
    let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
    return files.filter { $0.pathExtension == "kraf" }.sorted { $0.path < $1.path }
      .map { ($0.lastPathComponent, (try? String(contentsOf: $0, encoding: .utf8)) ?? "") }
  }()

  /// The example of the language's description: every kind of line.
  static let tour = """
    # Trailhead 750

    category: bottle
    dimensions: 75 x 75 x 268 mm
    color: #2F4A43 body, #B98A55 lid
    label: "TRAILHEAD" on the body, front
    channels: amazon.main, shopify.product, meta.feed
    budget: 60 credits

    @front = refs/front.jpg
    @label = refs/label.jpg detail
    @mood  = "refs/the mood.jpg" style

    // A comment.
    <!-- One
    of three
    lines -->

    ## hero

    style: pure-white

    @front on seamless white.

    ## lifestyle picnic

    model: studio
    count: 4
    ratio: 4:5
    lock: on

    @front with a #E8D9C5 wall, the words "ON TRAIL" <!-- not yet --> untouched,
    room for copy on the right.

    - no people
    - no text

    ### upscale
    scale: 2

    ### motion
    slow push-in, 4 s
    """

  static let oddities = [
    "", " ", "\n", "\r", "\r\n", "\n\r", "\r\r\n", "\u{FEFF}", "\u{FEFF}# A", "\u{FEFF}\n", "#", "##", "###", "####",
    "# ", "## ", "##\thero", "### x", "@", "@=", "@a=", "@a = ", "@a = \"", "@a = \"b", "@a = \"b\" c d", "-", "- ",
    "-x",
    "key:", "key :", ":", "a:b:c", "https://example.com", "//", "/", "<!--", "<!-->", "<!-- -->", "<!-- --> x", "-->",
    "<!-- a\nb --> # t", "<!-- a --> <!-- b -->", "## hero\n\"", "## hero\n\u{201C}", "## hero\n\u{201C}a\u{201D}",
    "## hero\n#12345", "## hero\n#1234567", "## hero\n@\u{E9}t\u{E9}", "\u{0}", "a\u{0}: b", "é: x", "日本語",
    "## 日本語\r日本",
    "👩‍👩‍👧‍👦", "e\u{301}", "\u{202E}right to left", "\u{2028}", "## hero\n<!-- x", "## hero\n<!-- x\n\n## hero",
    "## hero\na <!-- b --> c \"d\" @e #AABBCC",
  ]

  /// All of them, with every kind of line end.
  static let texts: [String] = {
    let whole = [tour] + examples.map(\.text)
    return whole + whole.map { $0.replacing("\n", with: "\r\n") } + whole.map { $0.replacing("\n", with: "\r") }
      + oddities
  }()
}

/// A generator with a seed, so that a failure can be had again: SplitMix64.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
