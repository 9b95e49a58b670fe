/// A line of prompt that reads like a property.
enum PromptBeforeProperty: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    let sections = subject.reading.shots.map(\.syntax.body)
    return sections.flatMap(\.prompt).compactMap { line in
      guard case .prompt = line.kind, let property = subject.tree.bytes.property(in: line.content),
        let key = Key(rawValue: subject.tree.text(property.key).lowercased()), key.places.contains(.shot)
      else { return nil }
      return .warning(
        .promptBeforeProperty, at: property.key,
        "'\(key.rawValue)' stands below the prompt and counts as a part of it; move the line above the prompt")
    }
  }
}
