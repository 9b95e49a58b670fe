/// The parts of a complete prompt, in the order in which they are said.
public enum PromptSlot: Int, CaseIterable, Sendable, Comparable {
  case identity = 1, role, pose, set, light, lens, composition, palette, props, people, invariants, avoid, output,
    motion

  /// The name on the wire and in JSON prompts.
  public var name: String { "\(self)" }

  /// The slots that are written into the shot list, and that a model may help with. The others say what the product is, who
  /// asks, and what binds; they stand in the header already.
  static let free: [PromptSlot] = [.set, .light, .lens, .composition, .props]

  /// What is left out first where a prompt is too long; the others are never left out.
  static let cutOrder: [PromptSlot] = [.avoid, .palette, .props, .lens, .light, .set]

  public static func < (left: PromptSlot, right: PromptSlot) -> Bool { left.rawValue < right.rawValue }
}

/// One phrase of a prompt, and who says it.
public struct PromptPhrase: Sendable, Equatable {
  public var slot: PromptSlot
  public var text: String
  /// For people: `the shot`, `the header: material`, `the style hard-sun`.
  public var source: String
}

extension PromptPhrase {
  /// Whether a model that helps with the words must leave it as it is: it says what the product is, who asks, what the
  /// channel binds, or is the author's own.
  public var isLocked: Bool { !isFree }

  /// Whether something else may be said in its place.
  var isFree: Bool { PromptSlot.free.contains(slot) && !isAuthors && !source.hasPrefix("the channel ") }

  /// Whether the author wrote it.
  var isAuthors: Bool { source == "the shot" }
}

/// How a model wants to be spoken to.
public enum PromptDialect: String, CaseIterable, Sendable {
  /// Sentences. What is not wanted is said as what is wanted instead.
  case prose
  /// An object with a member for each slot.
  case json
  /// Phrases parted by commas, and what is not wanted beside them.
  case keywords
  /// At most 30 words that say only what moves.
  case motion
}

/// A prompt with nothing left out.
public struct EnhancedPrompt: Sendable, Equatable {
  /// In the order of the slots.
  public var phrases: [PromptPhrase]
  /// What a model is told, in its dialect.
  public var text: String
  /// What is not wanted, for dialects that say it beside the prompt; else empty.
  public var negative: String
  /// The change of the shot list that writes down what is new and free; nil when nothing is.
  public var change: TextChange?
}
