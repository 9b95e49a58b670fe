/// What a picture does against the rules of a slot, or what is good to know about it there.
public struct ChannelFinding: Sendable, Hashable, Codable {
  public enum Severity: String, Sendable, Codable {
    /// The slot would refuse the picture.
    case error
    case warning
    case information
  }

  /// The name of the rule: `bg.white`, `fill.low`.
  public var rule: String
  public var severity: Severity
  /// What is wrong and what to do.
  public var sentence: String
}

extension ChannelFinding {
  static func error(_ rule: String, _ sentence: String) -> Self {
    Self(rule: rule, severity: .error, sentence: sentence)
  }

  static func warning(_ rule: String, _ sentence: String) -> Self {
    Self(rule: rule, severity: .warning, sentence: sentence)
  }

  static func information(_ rule: String, _ sentence: String) -> Self {
    Self(rule: rule, severity: .information, sentence: sentence)
  }
}
