internal import Catalog

/// What a prompt asks for and a channel of the shot does not take.
enum ForbiddenInSlot: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    subject.prompts.flatMap { shot, words in
      let slots = subject.slots(of: shot)
      return slots.isEmpty ? [] : issues(shot, words, slots, subject)
    }
  }

  private static func issues(
    _ shot: ResolvedShot, _ words: PromptText, _ slots: [Channel], _ subject: Subject
  ) -> [ShotListIssue] {
    var issues: [ShotListIssue] = []
    for (forbidden, phrases, noun) in table {
      guard let slot = slots.first(where: { $0.forbids.contains(forbidden) }),
        let found = words.all(phrases).first(where: { !subject.words.all.contains(words.words[$0.lowerBound].key) })
      else { continue }
      issues.append(
        .inSlot(
          .forbiddenInSlot, of: shot, at: words.bytes(found),
          "\(slot.id) takes no \(noun); leave it out, or make another shot for it"))
    }
    if let slot = slots.first(where: { $0.fill.map { $0.lowerBound >= 0.85 } ?? false }),
      let place = words.place(of: copySpace)
    {
      issues.append(
        .inSlot(
          .forbiddenInSlot, of: shot, at: place,
          "The product fills the frame in \(slot.id), so there is no room for copy; leave it out"))
    }
    guard let white = slots.first(where: { $0.background == .pureWhite }) else { return issues }
    if let scene = scene(in: words, subject) {
      issues.append(
        .inSlot(
          .forbiddenInSlot, of: shot, at: scene,
          "\(white.id) shows the product alone on white; leave \(subject.tree.text(scene).quoted) out"))
    }
    if shot.role == "hero", let place = words.place(of: floating) {
      issues.append(
        .warning(
          .forbiddenInSlot, at: place,
          "A product stands in \(white.id); leave 'floating' out, or make another shot for it"))
    }
    return issues
  }

  /// The first thing or place that the product is said to stand on, by or in.
  private static func scene(in words: PromptText, _ subject: Subject) -> Range<Int>? {
    words.known.first { match in
      let isScene =
        switch match.word.category {
        // Of what kind the product is nobody knows without a category: it may be the vase itself.
        case .prop: subject.product.category != nil
        case .surface, .backdrop: !plain.contains(match.word.canonical)
        default: false
        }
      return isScene && !subject.words.all.contains(words.words[match.index].key)
        && words.followsPreposition(match.index)
    }?.range
  }

  /// What may be behind and under a product on white.
  private static let plain: Set<String> = ["paper", "floor", "sweep", "backdrop", "acrylic", "wall"]

  private static let floating: Phrases = ["floating", "levitating", "hovering"]
  private static let copySpace: Phrases = ["copy space", "room for copy", "space for copy", "space for text"]

  private static let table: [(Forbidden, Phrases, String)] = [
    (.watermark, ["watermark", "watermarked"], "watermark"),
    (.border, ["a border", "border around", "frame around the picture"], "border"),
    (.collage, ["collage", "split screen", "before and after"], "collage"),
    (.inset, ["inset picture", "inset image", "picture in picture"], "inset"),
    (.badge, ["a badge", "award seal", "quality seal"], "badge"),
    (.drawing, ["an illustration", "line drawing", "pencil sketch", "cartoon"], "drawing"),
    (.mannequin, ["a mannequin", "on mannequin", "the mannequin"], "mannequin"),
    (.colorBlock, ["color block", "colour block", "two-tone background"], "color block"),
    (
      .blackAndWhite,
      [
        "black and white photo", "black and white photograph", "black and white picture", "black and white image",
        "monochrome photo", "grayscale", "greyscale",
      ], "black and white"
    ),
    (
      .promotion,
      [
        "on sale", "sale price", "sale sign", "free shipping", "free gift", "bonus gift", "best seller", "bestseller",
        "best-selling", "special offer", "limited offer", "limited-time offer", "discount", "coupon", "new arrival",
        "buy now",
      ], "promotion"
    ),
  ]
}

extension PromptText {
  /// Whether “on”, “beside” or their like stand up to four words before, in the same clause.
  fileprivate func followsPreposition(_ index: Int) -> Bool {
    var place = index
    while place > 0, index - place < 4, words[place].joint == .space || words[place].joint == .hyphen {
      place -= 1
      if Self.prepositions.contains(words[place].key) { return true }
    }
    return false
  }

  private static let prepositions = Set<UInt64>(
    words: "on upon atop beside among amid near behind against under")
}
