import Catalog
import Testing

@testable import ShotList

extension IssueTests {
  /// What a set lacks, and photos that do not do for it.
  static let setCases: [IssueCase] = [
    IssueCase(
      id: .unfilledChannel, severity: .information, text: "channels: shopify.product, «meta.feed.portrait»\n## hero",
      sentence:
        "No shot is for meta.feed.portrait; add a ## lifestyle, or a shot with 'channel: meta.feed.portrait'"),
    IssueCase(
      id: .pictureCount, severity: .information, text: "channels: «walmart.main»\n## hero\n## detail",
      sentence: "A listing with walmart.main should have 4 pictures or more, and this list has 2; add shots"),
    IssueCase(
      id: .pictureCount, severity: .warning,
      text: "## hero\nchannel: amazon.main\n## hero side\nchannel: «amazon.main»",
      sentence: "amazon.main takes 1 picture, and another shot is for it already; name another channel"),
    IssueCase(
      id: .buyerQuestion, severity: .information, text: "# «Mug»\nchannels: shopify.product\n## hero\n## lifestyle\n",
      sentence: "No shot answers “What is it made of, and how well is it made?”; add '## detail'",
      fixed: "# Mug\nchannels: shopify.product\n## hero\n## lifestyle\n\n## detail\n"),
    IssueCase(
      id: .lowResolution, severity: .warning,
      text: "@front = a.jpg\n## hero\nchannel: amazon.main\ncrop: «@front»(0, 0, 400, 300)",
      sentence: "The crop of @front has 400 px, and amazon.main needs 425 px of the product; take a larger photo"),
    IssueCase(
      id: .lowResolution, severity: .information, text: "@front = a.jpg\nchannels: amazon.main\n«## hero»",
      sentence: "@front has 800 px, and amazon.main offers a zoom from 850 px of the product; take a larger photo"),
    IssueCase(
      id: .largePhoto, severity: .error, text: "@front = «huge.jpg»\n## hero",
      sentence:
        "'products/huge.jpg' is 10001 × 10000 px; krafd opens up to 100 megapixels, so scale it down"),
    IssueCase(
      id: .maskSize, severity: .error, text: "@front = a.jpg\n@m = small.png mask\n## hero\n@front with «@m»",
      sentence: "@m is 400 x 300 px and @front 800 x 600 px; a mask has the size of its photo"),
    IssueCase(
      id: .wrongReferenceKind, severity: .error,
      text: "@mood = a.jpg style\n## hero\ncrop: «@mood»(0, 0, 10, 10)",
      sentence: "@mood is a style reference; a shot is made from a product or detail reference"),
    IssueCase(
      id: .wrongReferenceKind, severity: .warning, text: "@front = a.jpg\n@mood = b.jpg style\n## hero\n«@mood» on oak",
      sentence: "@mood is a style reference, and the prompt speaks of it as the product; write @front for it"),
  ]

  /// Sets and photos that will do.
  static let soundSets: [String] = [
    "@front = largest.jpg\n## hero",
    "channels: shopify.product, meta\n## hero\n## detail\n## lifestyle\n## campaign",
    "channels: walmart.main\n## hero\n## detail\n## lifestyle\n## feature", "## hero", "channels: amazon.main",
    "## hero\nchannel: shopify.product\n## hero side\nchannel: shopify.product",
    "@front = big.jpg\n## hero\nchannel: amazon.main\ncrop: @front(0, 0, 850, 300)",
    "@front = a.jpg\n@m = a.jpg mask\n## hero\n@front with @m",
    "@front = b.jpg\n@m = small.png mask\n## hero\n@front with @m",
    "@front = a.jpg\n@mood = b.jpg style\n## hero\n@mood light, @front on oak",
    "@front = a.jpg\n@place = b.jpg scene\n## hero\n@place in the morning",
  ]
}
