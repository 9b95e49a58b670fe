/// How much a finding matters.
public enum FindingSeverity: String, JSONConvertible, CaseIterable {
  /// The slot would refuse the picture.
  case error
  case warning
  case information
}

/// What a picture does against the rules of a slot, or what is good to know about it there.
public struct ChannelFinding: JSONConvertible, Equatable {
  /// The name of the rule: `bg.white`, `fill.low`.
  public var rule: String

  /// How much it matters.
  public var severity: FindingSeverity

  /// What is wrong and what to do.
  public var sentence: String

  public init(rule: String, severity: FindingSeverity, sentence: String) {
    self.rule = rule
    self.severity = severity
    self.sentence = sentence
  }
}

extension ChannelFinding {
  public init(json: JSONValue) throws(JSONMismatch) {
    rule = try json.member("rule")
    severity = try json.member("severity")
    sentence = try json.member("sentence")
  }

  public var json: JSONValue {
    .record(["rule": rule.json, "severity": severity.json, "sentence": sentence.json])
  }
}
