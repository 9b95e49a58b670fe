/// A shot made from a reference that does not show the product.
enum WrongReferenceKind: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    var sources = subject.effective(.from).compactMap(\.value?.handle)
    for property in subject.effective(.crop) {
      if case .area(let handle, _, _, _, _) = property.value?.crop { sources.append(handle) }
    }
    return sources.compactMap { handle in
      guard let kind = subject.reading.handles[handle.text]?.kind, kind != .product, kind != .detail else { return nil }
      return .error(
        .wrongReferenceKind, at: handle.range,
        "@\(handle.text) is a \(kind.rawValue) reference; a shot is made from a product or detail reference")
    } + subject.prompts.compactMap { shot, words in subjectOfPrompt(shot, words, subject) }
  }

  /// A prompt that begins “@mood on …” and names no photo of the product.
  private static func subjectOfPrompt(_ shot: ResolvedShot, _ words: PromptText, _ subject: Subject) -> ShotListIssue? {
    guard let handles = subject.written(shot)?.prompt.handles, let first = handles.first, let word = words.words.first,
      first.range.contains(word.range.lowerBound), let kind = subject.reading.handles[first.text]?.kind,
      kind == .style || kind == .material,
      !handles.contains(where: { [.product, .detail].contains(subject.reading.handles[$0.text]?.kind) })
    else { return nil }
    let next = words.words.first { $0.range.lowerBound >= first.range.upperBound }
    guard let next, next.joint == .space, standing.contains(next.key) else { return nil }
    let product = shot.from.map { "; write @\($0.value) for it" } ?? ""
    return .warning(
      .wrongReferenceKind, at: first.range,
      "@\(first.text) is a \(kind.rawValue) reference, and the prompt speaks of it as the product\(product)")
  }

  private static let standing = Set<UInt64>(words: "on in at against stands standing sits lies beside")
}
