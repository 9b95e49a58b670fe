import RPCProtocol

/// Why a command did not do its work: an exit status for scripts and a sentence for people.
public struct CommandFailure: Error, Equatable, Sendable {
  /// 2 wrong usage, 3 failed, 4 over budget, 5 a model failed, 130 cancelled.
  public let status: Int32

  /// What happened and what to do.
  public let sentence: String

  /// The daemon's word for what happened; nil when the command itself failed.
  let reason: String?

  static func usage(_ sentence: String) -> CommandFailure {
    CommandFailure(status: 2, sentence: sentence, reason: nil)
  }

  static func failed(_ sentence: String) -> CommandFailure {
    CommandFailure(status: 3, sentence: sentence, reason: nil)
  }

  /// Tells the sentence on standard error and answers the exit status.
  public func report() -> Int32 {
    Terminal.progress("")
    Terminal.tell("krafd: \(sentence)")
    return status
  }
}

extension CommandFailure {
  init(_ failure: Client.Failure) {
    switch failure {
    case .refused(let error): self.init(reason: error.reason, sentence: error.message)
    case .disconnected: self = .failed("The daemon ended the connection; 'krafd status' tells whether it still runs")
    case .timedOut: self = .failed("The daemon did not answer in time; 'krafd status' tells what it does")
    case .unreadable(let detail): self = .failed("The daemon's answer cannot be understood: \(detail)")
    }
  }

  init(_ error: LaunchError) { self = .failed(error.description) }

  /// The failure with the status that belongs to an error's reason.
  init(reason: String, sentence: String) {
    let status: Int32 =
      switch reason {
      case "noSuchShot": 2
      case "overBudget": 4
      case "providerRefused", "rateLimited", "unavailable", "badReply": 5
      case "cancelled": 130
      default: 3
      }
    self.init(status: status, sentence: sentence, reason: reason)
  }
}

extension CommandFailure {
  /// `line 3: …` becomes `FILE:3: …`, as editors and people look for it.
  func located(in file: String) -> CommandFailure {
    guard sentence.hasPrefix("line ") else { return self }
    return CommandFailure(status: status, sentence: "\(file):\(sentence.dropFirst(5))", reason: reason)
  }
}
