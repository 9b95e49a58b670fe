/// A handle that no reference declares.
enum UnknownHandle: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    var names = subject.effective(.from).compactMap(\.value?.handle)
    for property in subject.effective(.crop) {
      if case .area(let handle, _, _, _, _) = property.value?.crop { names.append(handle) }
    }
    names += subject.reading.shots.flatMap { $0.prompt.handles + $0.steps.flatMap(\.prompt.handles) }
    return names.filter { subject.reading.handles[$0.text] == nil }.prefix(ShotList.maxIssues).map {
      issue($0, subject.reading)
    }
  }

  private static func issue(_ handle: Named, _ reading: Reading) -> ShotListIssue {
    let known = reading.references.prefix(64).map(\.handle)
    let written = Named(text: "@" + handle.text, range: handle.range)
    guard !known.isEmpty else {
      return .error(
        .unknownHandle, at: handle.range,
        "No reference is named \(written.text.quoted); add a line like \(written.text.prefix(40)) = photos/front.jpg")
    }
    return .unknown(.unknownHandle, "reference", written, in: known, sign: "@")
  }
}
