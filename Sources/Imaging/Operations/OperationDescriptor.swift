/// What an operation is called and takes.
public struct OperationDescriptor: Sendable, Equatable {
  /// The name on the wire, `lowerCamel`.
  public var name: String

  /// One sentence for people.
  public var summary: String

  /// In the order of a form.
  public var parameters: [ParameterDescriptor]

  /// Whether the operation works with a mask beside the picture.
  public var mask: MaskUse

  public init(name: String, summary: String, parameters: [ParameterDescriptor], mask: MaskUse = .none) {
    self.name = name
    self.summary = summary
    self.parameters = parameters
    self.mask = mask
  }
}

/// One parameter of an operation.
public struct ParameterDescriptor: Sendable, Equatable {
  public var name: String
  public var kind: ParameterKind

  /// Like `px`; nil for plain numbers.
  public var unit: String?

  /// The allowed values of a number, or of each number of a list.
  public var range: ClosedRange<Double>?

  /// The value when none is given; nil when there must be one, unless `isOptional`.
  public var defaultValue: ParameterValue?

  /// Whether the parameter may be left out although it has no default.
  public var isOptional: Bool

  /// The allowed texts; empty for any.
  public var choices: [String]

  /// One sentence for people.
  public var summary: String

  public init(
    name: String, kind: ParameterKind, unit: String? = nil, range: ClosedRange<Double>? = nil,
    defaultValue: ParameterValue? = nil, isOptional: Bool = false, choices: [String] = [], summary: String
  ) {
    self.name = name
    self.kind = kind
    self.unit = unit
    self.range = range
    self.defaultValue = defaultValue
    self.isOptional = isOptional
    self.choices = choices
    self.summary = summary
  }
}

/// The kinds of values that parameters take.
public enum ParameterKind: String, Sendable, CaseIterable {
  case integer
  case number
  case text
  case flag
  case numbers
  /// Lists of x, y, x, y, …: one line of points each.
  case lines
}
