/// Shots, but no photo of the product.
enum NoReference: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    guard subject.reading.mainReference == nil, let shot = subject.shots.first(where: { $0.from == nil }) else {
      return []
    }
    return [
      .error(
        .noReference, at: shot.heading,
        "A shot needs a photo of the product; add a line like @front = photos/front.jpg above the first shot")
    ]
  }
}
