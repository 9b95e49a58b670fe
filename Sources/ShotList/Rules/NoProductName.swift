/// A file without a title.
enum NoProductName: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    guard subject.reading.file.productName.isEmpty, !subject.reading.file.shots.isEmpty else { return [] }
    return [.information(.noProductName, at: 0..<0, "Begin the file with the product's name, like # Trailhead 750")]
  }
}
