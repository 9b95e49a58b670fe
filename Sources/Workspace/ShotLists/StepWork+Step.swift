import Imaging
import ShotList

extension StepWork {
  /// An edit as a shot list writes it: names in any case, values as text.
  ///
  /// Nil when there is no such operation. Throws: `picture` for a parameter it does not take.
  init?(_ step: ResolvedStep) throws(WorkspaceError) {
    guard let type = allOperations.first(where: { $0.descriptor.name.lowercased() == step.operation.lowercased() })
    else { return nil }
    var values = OperationParameters()
    for parameter in step.parameters {
      let known = type.descriptor.parameters.first { $0.name.lowercased() == parameter.key.lowercased() }
      values.values[known?.name ?? parameter.key] = known?.kind.read(parameter.value) ?? .text(parameter.value)
    }
    self.init(type.descriptor.name, values)
    try check()
  }
}

extension ParameterKind {
  /// The value that `text` writes; nil when it is not of this kind.
  fileprivate func read(_ text: String) -> ParameterValue? {
    switch self {
    case .integer: Int(text).map { .integer($0) }
    case .number: Double(text).map { .number($0) }
    case .text: .text(text)
    case .flag:
      ["on": true, "true": true, "yes": true, "off": false, "false": false, "no": false][text].map { .flag($0) }
    case .numbers:
      .numbers(Self.numbers(in: text))
    case .lines:
      .lines(text.split(separator: ";").map { Self.numbers(in: String($0)) })
    }
  }

  private static func numbers(in text: String) -> [Double] {
    text.split { $0 == "," || $0 == " " }.compactMap { Double($0) }
  }
}
