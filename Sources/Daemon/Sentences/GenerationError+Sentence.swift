import Generation

extension GenerationError {
  /// The sentence for a model that made no picture.
  var sentence: Sentence {
    switch self {
    case .cancelled: Sentence("cancelled", "The work was cancelled")
    case .unsupported(let what):
      Sentence("unsupported", "The model cannot do this: \(what); change the shot or choose another model")
    case .refused(let reason), .denied(let reason): Sentence("providerRefused", "The model refused: \(reason)")
    case .rateLimited(let wait):
      Sentence(
        "rateLimited",
        "The model takes no more requests now; try again \(wait.map { "in \($0.components.seconds) s" } ?? "later")")
    case .unavailable(let detail): Sentence("unavailable", "The model cannot be reached (\(detail)); try again later")
    case .badReply(let detail):
      Sentence("badReply", "The model gave an answer that krafd does not understand: \(detail)")
    case .failed(let detail): Sentence("generationFailed", "The picture could not be made: \(detail)")
    }
  }
}
