import FoundationEssentials

/// What a model that helps with words is asked about one shot.
public struct PromptTask: Sendable, Equatable {
  /// What it is there for; the same for every shot.
  public var task: String
  /// What is known of the shot.
  public var subject: String
  /// The JSON schema of an answer.
  public var schema: String
}

extension ShotListView {
  /// What to ask a model about a shot's prompt; nil for a name that no shot has.
  public func promptTask(for name: String) -> PromptTask? {
    guard let shot = analysis.shots.first(where: { $0.name == name }) else { return nil }
    let phrases = PromptWriter(self, shot).phrases
    var lines: [String] = []
    for slot in PromptSlot.allCases where slot != .motion {
      for phrase in phrases where phrase.slot == slot {
        let who = phrase.isAuthors ? "the author's words" : phrase.isFree ? "may be changed" : "fixed"
        lines.append("\(slot.name) (\(who)): \(phrase.text)")
      }
    }
    lines += shot.avoid.map { "avoid (fixed): \($0)" }
    return PromptTask(
      task: PromptTask.instructions, subject: lines.joined(separator: "\n"), schema: PromptTask.answerSchema)
  }
}

extension PromptTask {
  fileprivate static let instructions = """
    You help a photographer to describe the set of a product photograph. The product itself is a real photograph that \
    nobody changes: never describe, rename, recolor or relabel it, and never ask for text, logos, brands or people. \
    Answer with one JSON object. Its members may be \(PromptSlot.free.map(\.name).joined(separator: ", ")); leave out \
    what you have nothing to say about. Each is one short phrase of at most \(PromptPhrase.maxWrittenCharacters) \
    characters, without a stop at its end, that fits the author's words and never repeats or contradicts them or what \
    is fixed. Prefer concrete words for surface, background, light, lens and distance over praise.
    """

  fileprivate static let answerSchema: String = {
    let members = PromptSlot.free.map {
      "\"\($0.name)\":{\"type\":[\"string\",\"null\"],\"maxLength\":\(PromptPhrase.maxWrittenCharacters)}"
    }
    let names = PromptSlot.free.map { "\"\($0.name)\"" }.joined(separator: ",")
    return "{\"type\":\"object\",\"properties\":{\(members.joined(separator: ","))},"
      + "\"required\":[\(names)],\"additionalProperties\":false}"
  }()
}

/// What a model answered, as far as it can be taken.
struct PromptAnswer {
  /// What it says for each free slot.
  var phrases: [PromptSlot: String] = [:]
  /// What it says for slots that it may not touch.
  var fixed: [PromptSlot: String] = [:]

  /// Reads an answer; nil for what is no JSON object of texts. A fence of Markdown around it does no harm.
  init?(_ text: String) {
    guard text.utf8.count <= Self.maxBytes, let start = text.firstIndex(of: "{"), let end = text.lastIndex(of: "}"),
      start < end, let members = try? JSONDecoder().decode([String: Member].self, from: Data(text[start...end].utf8))
    else { return nil }
    for slot in PromptSlot.allCases {
      guard let said = members[slot.name]?.text, !said.isEmpty else { continue }
      if PromptSlot.free.contains(slot) { phrases[slot] = said } else { fixed[slot] = said }
    }
  }

  /// No honest answer has more.
  private static let maxBytes = 64 << 10

  /// A member's value; what is no text is nothing said.
  private struct Member: Decodable {
    var text: String?

    init(from decoder: any Decoder) throws {
      text = try? decoder.singleValueContainer().decode(String.self)
    }
  }
}
