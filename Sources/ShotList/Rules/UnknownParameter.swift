/// A parameter that the operation of a step does not have, where it is known which there are.
enum UnknownParameter: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    subject.reading.shots.flatMap(\.steps).flatMap { step, _ -> [ShotListIssue] in
      let name = subject.tree.text(step.operation).lowercased()
      guard let operation = subject.reading.operations.first(where: { $0.name.lowercased() == name }) else { return [] }
      let known = operation.parameters.map(\.name)
      return step.body.properties.compactMap { property in
        let name = subject.tree.text(property.key)
        guard !known.contains(where: { $0.lowercased() == name.lowercased() }) else { return nil }
        return .unknown(
          .unknownParameter, "parameter of \(operation.name)", Named(text: name, range: property.key), in: known)
      }
    }
  }
}
