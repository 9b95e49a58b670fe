internal import Catalog

/// Gathers what is known about a shot into phrases, a slot at a time: from the author's own words, the header, the role, the
/// style and the channel. The same shot gives the same phrases.
struct PromptWriter {
  let view: ShotListView
  let shot: ResolvedShot
  private let role: Role?
  private let style: StylePreset?
  private let channel: Channel?
  /// The slots that the author's own words fill.
  private let said: Set<PromptSlot>
  /// What the author names in words of their own, such as “leaf shadow”.
  private let named: Set<String>

  init(_ view: ShotListView, _ shot: ResolvedShot) {
    self.view = view
    self.shot = shot
    role = view.catalog.roles[shot.role]
    style = view.catalog.styles[shot.style.value]
    channel = shot.channels.value.first.flatMap { view.catalog.channels[$0] }
    let bytes = Array(shot.prompt.utf8)
    // “Warm” may speak of anything; of the light speaks who names it.
    let matches = view.catalog.vocabulary.matches(in: bytes[...])
    named = Set(matches.map(\.word.canonical).filter { $0.contains(" ") })
    said = Set(
      matches.filter { match in
        match.word.category != .light || String(decoding: bytes[match.range], as: UTF8.self).namesLight
      }.map(\.word.category.slot))
  }

  /// Every phrase, the author's words first in the slot of the set.
  var phrases: [PromptPhrase] {
    (identity + roleWords + pose + set + composition + palette + props + people + invariants + avoided + output + motion)
      .sorted { $0.slot < $1.slot }
  }

  private func phrase(_ slot: PromptSlot, _ text: String, _ source: String) -> [PromptPhrase] {
    text.isEmpty ? [] : [PromptPhrase(slot: slot, text: text, source: source)]
  }

  /// A phrase for a slot that the author left open.
  private func open(_ slot: PromptSlot, _ text: String, _ source: String) -> [PromptPhrase] {
    let isSaid =
      said.contains(slot) || shot.prompt.lowercased().contains(text.lowercased())
      || words(of: text).contains { named.contains($0.canonical) }
    return isSaid ? [] : phrase(slot, text, source)
  }

  private var identity: [PromptPhrase] {
    let product = view.analysis.product
    var found = phrase(.identity, product.name, "the header: title")
    found += phrase(.identity, product.category ?? "", "the header: category")
    found += phrase(.identity, product.materials.joined(separator: ", "), "the header: material")
    found += phrase(.identity, product.finish.map { "\($0) finish" } ?? "", "the header: finish")
    for color in product.colors {
      found += phrase(
        .identity, (color.part.isEmpty ? "the product" : color.part) + " in \(color.color.text)", "the header: color")
    }
    for label in product.labels { found += phrase(.identity, "its label reads “\(label)”", "the header: label") }
    if let size = product.dimensions {
      let sides = [size.width, size.depth, size.height].compactMap(\.self).map { "\(Int($0.rounded()))" }
      found += phrase(.identity, sides.joined(separator: " × ") + " mm", "the header: dimensions")
    }
    return found
  }

  private var roleWords: [PromptPhrase] {
    guard let role else { return [] }
    return phrase(.role, "a \(role.title.lowercased()) picture that answers “\(role.question)”", "the role \(role.id)")
  }

  private var pose: [PromptPhrase] {
    guard !shot.lock.value, let role else { return phrase(.pose, "the product seen as in its photo", "lock: on") }
    return phrase(.pose, role.summary.lowercasedFirst.withoutStop, "the role \(role.id)")
  }

  /// The author's own words, and of the style what they leave open: set, light and lens.
  private var set: [PromptPhrase] {
    let own = phrase(.set, shot.prompt.split(separator: "\n").joined(separator: " "), "the shot")
    guard let style else { return own }
    let source = "the style \(style.id)"
    let described = style.phrases.filter(canBeMade).flatMap { text in open(slot(of: text), text, source) }
    let lens = "\(Int(style.camera.lensMillimetres)) mm lens at f/\(number(style.camera.fNumber))"
    return own + described + open(.lens, lens, source)
  }

  private var composition: [PromptPhrase] {
    guard let role else { return [] }
    var found: [PromptPhrase] = []
    if let fill = channel?.fill {
      found += phrase(.composition, share(fill), "the channel \(channel?.id ?? "")")
    } else {
      found += open(.composition, share(role.fill), "the role \(role.id)")
    }
    let copy = style?.composition.copySpace
    if let copy, copy.share > 0, role.copySpace.share.upperBound > 0, let side = copy.side.words {
      found += open(.composition, "room for copy \(side)", "the style \(style?.id ?? "")")
    }
    return found
  }

  private var palette: [PromptPhrase] {
    let colors = shot.palette.value.map(\.text).joined(separator: ", ")
    return colors.isEmpty ? [] : phrase(.palette, "the set in \(colors)", shot.palette.source.noun)
  }

  private var props: [PromptPhrase] {
    guard let role else { return [] }
    let most = min(role.propsAtMost, style?.props.atMost ?? role.propsAtMost)
    let text =
      most == 0
      ? "nothing else in the frame" : "at most \(most) \(most == 1 ? "prop" : "props"), none over the label"
    return open(.props, text, "the role \(role.id)")
  }

  private var people: [PromptPhrase] {
    guard let role, role.people == .none else { return [] }
    return phrase(.people, "an empty scene with the product alone", "the role \(role.id)")
  }

  private var invariants: [PromptPhrase] {
    let kept = view.analysis.product.keep
    let text = kept.isEmpty ? "the product's shape, colors and label" : kept.joined(separator: ", ")
    return phrase(.invariants, "keep exactly \(text)", kept.isEmpty ? "built in" : "the header: keep")
  }

  private var avoided: [PromptPhrase] { shot.avoid.flatMap { phrase(.avoid, $0, "the shot") } }

  private var output: [PromptPhrase] {
    let size = "\(shot.size.value.width) × \(shot.size.value.height) px, ratio \(shot.ratio.value.text)"
    return phrase(.output, size, shot.size.source.noun)
  }

  private var motion: [PromptPhrase] {
    let own = shot.steps.first { $0.operation == "motion" && !$0.prompt.isEmpty }?.prompt
    if let own { return phrase(.motion, own, "the shot") }
    guard let style else { return [] }
    return phrase(.motion, style.motion, "the style \(style.id)")
  }

  /// The slot that a style's phrase belongs to: light where it speaks of light, else by its first word that prompts know.
  private func slot(of phrase: String) -> PromptSlot {
    phrase.namesLight ? .light : words(of: phrase).first?.category.slot ?? .set
  }

  /// Whether the model of the shot can do what a phrase says; the studio says of every word whether it can.
  private func canBeMade(_ phrase: String) -> Bool {
    shot.model.value != "studio" || !words(of: phrase).contains { $0.studio == .not }
  }

  private func words(of phrase: String) -> [Word] {
    let bytes = Array(phrase.utf8)
    return view.catalog.vocabulary.matches(in: bytes[...]).map(\.word)
  }

  private func share(_ fill: ClosedRange<Double>) -> String {
    let (low, high) = (Int((fill.lowerBound * 100).rounded()), Int((fill.upperBound * 100).rounded()))
    return "the product fills \(low) to \(high) % of the frame"
  }

  private func number(_ value: Double) -> String {
    value == value.rounded() ? "\(Int(value))" : "\(value)"
  }
}

extension Word.Category {
  /// The slot that a word of this category fills.
  fileprivate var slot: PromptSlot {
    switch self {
    case .surface, .backdrop, .mood: .set
    case .light: .light
    case .color: .palette
    case .camera: .lens
    case .composition: .composition
    case .prop: .props
    case .people: .people
    }
  }
}

extension CopySpace.Side {
  /// Where it is, in words; nil for none.
  fileprivate var words: String? {
    switch self {
    case .none: nil
    case .left: "on the left"
    case .right: "on the right"
    case .top: "at the top"
    case .bottom: "at the bottom"
    }
  }
}

extension String {
  /// Whether it speaks of a light or what it does.
  fileprivate var namesLight: Bool {
    let lower = lowercased()
    return ["light", "shadow", "sun", "octabox", "softbox", "glow", "rim", "golden hour"].contains {
      lower.contains($0)
    }
  }

  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }

  fileprivate var withoutStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
