/// A value for a parameter, as it comes from a wire or a command line.
public enum ParameterValue: Sendable, Equatable {
  case integer(Int)
  case number(Double)
  case text(String)
  case flag(Bool)
  case numbers([Double])
  case lines([[Double]])
}

/// Values by the names of parameters, not checked yet.
public struct OperationParameters: Sendable, Equatable, ExpressibleByDictionaryLiteral {
  public var values: [String: ParameterValue]

  public init(_ values: [String: ParameterValue] = [:]) { self.values = values }

  public init(dictionaryLiteral elements: (String, ParameterValue)...) {
    values = Dictionary(elements) { _, last in last }
  }

  /// The values, each one known to `descriptor` and within its limits, with defaults filled in.
  ///
  /// - Throws: `badParameter`, for the first bad name in the order of the alphabet, so that the answer is always the same.
  public func checked(by descriptor: OperationDescriptor) throws(ImagingError) -> CheckedParameters {
    let known = Set(descriptor.parameters.map(\.name))
    if let name = values.keys.sorted().first(where: { !known.contains($0) }) {
      throw .badParameter(name: name, detail: "\(descriptor.name) has no such parameter")
    }
    var checked: [String: ParameterValue] = [:]
    for parameter in descriptor.parameters {
      if let value = values[parameter.name] {
        checked[parameter.name] = try parameter.check(value)
      } else if let value = parameter.defaultValue {
        checked[parameter.name] = value
      } else if !parameter.isOptional {
        throw .badParameter(name: parameter.name, detail: "a value is needed")
      }
    }
    return CheckedParameters(values: checked)
  }
}

/// Values that fit their descriptors.
public struct CheckedParameters: Sendable {
  let values: [String: ParameterValue]

  /// - Throws: `badParameter` when the parameter was left out or is of another kind; so for all of these.
  public func integer(_ name: String) throws(ImagingError) -> Int {
    guard case .integer(let value)? = values[name] else { throw Self.missing(name) }
    return value
  }

  public func number(_ name: String) throws(ImagingError) -> Double {
    switch values[name] {
    case .number(let value): return value
    case .integer(let value): return Double(value)
    default: throw Self.missing(name)
    }
  }

  public func text(_ name: String) throws(ImagingError) -> String {
    guard case .text(let value)? = values[name] else { throw Self.missing(name) }
    return value
  }

  public func flag(_ name: String) throws(ImagingError) -> Bool {
    guard case .flag(let value)? = values[name] else { throw Self.missing(name) }
    return value
  }

  public func numbers(_ name: String) throws(ImagingError) -> [Double] {
    guard case .numbers(let value)? = values[name] else { throw Self.missing(name) }
    return value
  }

  public func lines(_ name: String) throws(ImagingError) -> [[Double]] {
    guard case .lines(let value)? = values[name] else { throw Self.missing(name) }
    return value
  }

  /// Whether the parameter was given or has a default.
  public func has(_ name: String) -> Bool { values[name] != nil }

  private static func missing(_ name: String) -> ImagingError {
    .badParameter(name: name, detail: "a value is needed")
  }
}

extension ParameterDescriptor {
  /// The value in the parameter's kind; whole numbers pass for numbers, and the other way round.
  fileprivate func check(_ value: ParameterValue) throws(ImagingError) -> ParameterValue {
    let value = inKind(value)
    switch value {
    case .integer(let number)?: try checkRange(Double(number))
    case .number(let number)?: try checkRange(number)
    case .numbers(let list)?: for number in list { try checkRange(number) }
    case .lines(let lists)?: for number in lists.joined() { try checkRange(number) }
    case .text(let text)?:
      guard choices.isEmpty || choices.contains(text) else { throw bad("one of \(choices.joined(separator: ", "))") }
    case .flag?: break
    case nil: throw bad(Self.words[kind] ?? kind.rawValue)
    }
    return value ?? .flag(false)
  }

  private func inKind(_ value: ParameterValue) -> ParameterValue? {
    switch (kind, value) {
    case (.integer, .integer), (.number, .number), (.text, .text), (.flag, .flag), (.numbers, .numbers),
      (.lines, .lines):
      value
    case (.integer, .number(let number)): Int(exactly: number).map(ParameterValue.integer)
    case (.number, .integer(let number)): .number(Double(number))
    case (.lines, .numbers(let list)): .lines(list.isEmpty ? [] : [list])
    default: nil
    }
  }

  private func checkRange(_ number: Double) throws(ImagingError) {
    guard number.isFinite, range?.contains(number) ?? true else {
      throw bad(range.map { "between \(Self.short($0.lowerBound)) and \(Self.short($0.upperBound))" } ?? "finite")
    }
  }

  private func bad(_ expected: String) -> ImagingError {
    .badParameter(name: name, detail: "must be \(expected)")
  }

  private static func short(_ number: Double) -> String {
    Int(exactly: number).map(String.init) ?? "\(number)"
  }

  private static let words: [ParameterKind: String] = [
    .integer: "a whole number", .number: "a number", .text: "a text", .flag: "true or false",
    .numbers: "a list of numbers", .lines: "a list of lists of x and y",
  ]
}
