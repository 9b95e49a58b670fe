/// A prompt that a model helped with, and what of its answer was not taken.
public struct AssistedPrompt: Sendable, Equatable {
  public var prompt: EnhancedPrompt
  /// Whether anything that the model said is in it.
  public var isAssisted: Bool
  /// Sentences for people.
  public var notes: [String]
}

extension ShotListView {
  /// As `enhanced`, with what the model `writer` answered to `promptTask` in the free slots, instead of the style's phrases.
  ///
  /// What is fixed stays as it is. An answer that is not understood, or that touches what is fixed, is not taken at all; a
  /// phrase that would raise a new warning is left out; `notes` say so.
  public func enhanced(
    _ name: String, as dialect: PromptDialect = .prose, limit: Int = 32_000, answer: String, by writer: String
  ) -> AssistedPrompt? {
    guard let shot = analysis.shots.first(where: { $0.name == name }),
      let plain = enhanced(name, as: dialect, limit: limit)
    else { return nil }
    func without(_ note: String) -> AssistedPrompt {
      AssistedPrompt(prompt: plain, isAssisted: false, notes: ["\(writer) \(note); the prompt was made without it"])
    }
    guard let answer = PromptAnswer(answer) else { return without("gave no answer that can be used") }
    var phrases = PromptWriter(self, shot).phrases
    for (slot, text) in answer.fixed where !phrases.contains(where: { $0.slot == slot && $0.text == text }) {
      return without("wanted to change what is fixed (\(slot.name))")
    }
    var notes: [String] = []
    var taken = 0
    for slot in PromptSlot.free {
      guard let text = answer.phrases[slot]?.trimmed, !text.isEmpty else { continue }
      let written = PromptPhrase(slot: slot, text: text.withoutEnd, source: writer)
      if let fault = written.fault ?? warning(of: written, in: shot) {
        notes.append("Left out what \(writer) says about \(slot.name): \(fault)")
        continue
      }
      phrases.removeAll { $0.slot == slot && $0.isFree }
      phrases.append(written)
      taken += 1
    }
    guard taken > 0 else {
      var result = without("said nothing that can be used")
      result.notes = notes + result.notes
      return result
    }
    guard let prompt = prompt(of: phrases.sorted { $0.slot < $1.slot }, in: shot, as: dialect, limit: limit) else {
      return without("made the prompt too long")
    }
    return AssistedPrompt(prompt: prompt, isAssisted: true, notes: notes)
  }

  /// The sentence of a warning that the shot has only with this phrase in it; nil when there is none.
  private func warning(of phrase: PromptPhrase, in shot: ResolvedShot) -> String? {
    guard let change = writing([phrase], in: shot) else { return nil }
    func faults(_ analysis: Analysis) -> [ShotListIssue] { analysis.issues.filter { $0.severity != .information } }
    let after = faults(
      ShotList.analyse([change].applied(to: tree.text), catalog: catalog, facts: reading.facts, operations: operations))
    var known = faults(analysis).map(\.sentence)
    for issue in after {
      guard let place = known.firstIndex(of: issue.sentence) else { return issue.sentence }
      known.remove(at: place)
    }
    return nil
  }
}

extension PromptPhrase {
  /// The most characters of a phrase that a model writes.
  static let maxWrittenCharacters = 240

  /// Why it cannot be written into a shot list; nil when it can.
  fileprivate var fault: String? {
    if text.isEmpty { return "it says nothing" }
    if text.count > Self.maxWrittenCharacters { return "it has more than \(Self.maxWrittenCharacters) characters" }
    let unwanted = text.unicodeScalars.first { scalar in
      scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .format
        || "@#\"“”<>`\u{2028}\u{2029}".unicodeScalars.contains(scalar)
    }
    if let unwanted { return "it has the sign \(unwanted.escaped(asASCII: true))" }
    // At the start of a line a bare dash says what is not wanted, and lines are broken anywhere.
    let isDashed = text.split(separator: " ").contains { $0.allSatisfy { $0 == "-" } }
    if text.contains("//") || isDashed || text.contains(":") { return "it looks like more than words" }
    return nil
  }
}

extension String {
  /// Without spaces at both ends.
  fileprivate var trimmed: String {
    let words = drop { $0 == " " }
    return String(words.reversed().drop { $0 == " " }.reversed())
  }
}
