/// What happened and what to do, for people; and a stable word for machines.
struct Sentence: Sendable, Equatable {
  /// `lowerCamel`; never changes once released.
  let reason: String
  let text: String

  init(_ reason: String, _ text: String) {
    self.reason = reason
    self.text = text
  }
}
