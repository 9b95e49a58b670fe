/// Text that has no meaning where it stands.
enum UnexpectedText: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    guard subject.tree.bytes.count <= ShotList.maxBytes else { return [] }
    return subject.tree.nodes.filter { $0.kind == .unknown }.map { node in
      .warning(
        .unexpectedText, at: node.content,
        "This line has no meaning here; a prompt stands under a heading like ## hero, a comment begins with //")
    }
  }
}
