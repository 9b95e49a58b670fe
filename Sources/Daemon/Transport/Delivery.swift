/// What may happen to a message that waits behind others because its client reads slowly.
public enum Delivery: Equatable, Sendable {
  /// Always sent, in order: answers, errors, the begin and the end of progress.
  case lasting
  /// Sent unless a newer one of the topic comes first: diagnostics of a document.
  case latest(topic: String)
  /// As `latest`, and left out when the client is too slow: reports of progress.
  case progress(topic: String)
  /// Left out when the client is too slow, which then gets one event of the same workspace and the newest clock with
  /// `reset` true and no changes. Of a topic only the newest is sent.
  case event(topic: String?)

  var topic: String? {
    switch self {
    case .lasting: nil
    case .latest(let topic), .progress(let topic): topic
    case .event(let topic): topic
    }
  }

  /// Whether the message may be left out for a slow client.
  var isPassing: Bool {
    switch self {
    case .lasting, .latest: false
    case .progress, .event: true
    }
  }

  var isEvent: Bool {
    if case .event = self { true } else { false }
  }
}
