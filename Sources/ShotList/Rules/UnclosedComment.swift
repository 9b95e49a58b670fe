/// A comment without its end.
enum UnclosedComment: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    subject.tree.nodes.filter { $0.kind == .comment(isClosed: false) }.map { node in
      .warning(
        .unclosedComment, at: node.content, "This comment has no end; write --> after it",
        fix: Fix(
          title: "Close the comment", range: node.content.upperBound..<node.content.upperBound, replacement: " -->"))
    }
  }
}
