internal import Catalog

/// A question that every product's buyers ask and no shot of a set for channels answers.
enum BuyerQuestion: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    guard !subject.shots.isEmpty, !subject.product.channels.isEmpty else { return [] }
    let answered = Set(subject.shots.map(\.role))
    let open = subject.catalog.roles.all.filter { $0.isAskedOfEveryProduct && !answered.contains($0.id) }
    guard !open.isEmpty else { return [] }
    let questions = open.map { "“\($0.question)”" }.joined(separator: " and ")
    let headings = open.map { "'## \($0.id)'" }.joined(separator: " and ")
    return [
      .information(
        .buyerQuestion, at: subject.reading.file.titles.first ?? 0..<0,
        "No shot answers \(questions); add \(headings)", fix: fix(open, subject))
    ]
  }

  private static func fix(_ roles: [Role], _ subject: Subject) -> Fix {
    let end = subject.tree.bytes.count
    let line = subject.tree.lineEnd(at: subject.shots.first?.heading.upperBound ?? end)
    let gap = subject.tree.bytes.last?.isLineEnd == true ? line : line + line
    return Fix(
      title: "Add " + roles.map { "'## \($0.id)'" }.joined(separator: " and "), range: end..<end,
      replacement: gap + roles.map { "## \($0.id)" + line }.joined(separator: line))
  }
}
