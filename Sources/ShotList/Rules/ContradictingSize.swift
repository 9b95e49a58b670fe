internal import Catalog

/// A shot whose own ratio and size are of different shapes.
enum ContradictingSize: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    subject.reading.shots.compactMap { shot in
      guard let ratioProperty = shot.properties[.ratio], let ratio = ratioProperty.value?.ratio,
        let size = shot.properties[.size]?.value?.size,
        ratio.size(longerSide: size.longerSide) != size
      else { return nil }
      return .warning(
        .contradictingSize, at: ratioProperty.syntax.value,
        "\(size.width)x\(size.height) is not \(ratio.text); the size counts, so remove one of the two lines")
    }
  }
}
