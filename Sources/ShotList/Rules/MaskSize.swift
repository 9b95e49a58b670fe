internal import Catalog

/// A mask of another size than the photo that it belongs to.
enum MaskSize: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    subject.shots.flatMap { shot -> [ShotListIssue] in
      guard let from = shot.from?.value, case .found(let size?) = subject.reading.handles[from]?.fact else { return [] }
      return shot.references.compactMap { mask in
        guard mask.kind == .mask, case .found(let own?) = mask.fact, own != size else { return nil }
        let place = subject.written(shot)?.prompt.handles.first { $0.text == mask.handle }?.range ?? shot.heading
        return .error(
          .maskSize, at: place,
          "@\(mask.handle) is \(own.width) x \(own.height) px and @\(from) \(size.width) x \(size.height) px; a mask has the size of its photo"
        )
      }
    }
  }
}
