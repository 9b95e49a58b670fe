/// Why a model made no picture. Each case is one class of what can be done about it.
public enum GenerationError: Error, Sendable, Hashable {
  /// The caller asked to stop.
  case cancelled
  /// The model cannot do what was asked; `what` names it: `mask`, `12 references`. Nothing was sent.
  case unsupported(what: String)
  /// The model, or its maker's policy, said no. The same request would be refused again.
  case refused(reason: String)
  /// Nothing was accepted, nor will be before the user sets something right: the key, the credit, the model's name.
  case denied(reason: String)
  /// Too many requests. `retryAfter` is what the model said; nil when it said nothing.
  case rateLimited(retryAfter: Duration?)
  /// Nothing was accepted: no connection, or an honest “not now”. Trying again costs nothing.
  case unavailable(detail: String)
  /// An answer came that cannot be understood. The work may have been done and billed.
  case badReply(detail: String)
  /// Everything else.
  case failed(detail: String)
}
