internal import Catalog

/// A crop that leaves its picture.
enum CropOutsideReference: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    subject.effective(.crop).compactMap { property in
      guard case .area(let handle, let x, let y, let width, let height) = property.value?.crop,
        case .found(let size?) = subject.reading.handles[handle.text]?.fact,
        x + width > size.width || y + height > size.height
      else { return nil }
      return .error(
        .cropOutsideReference, at: property.syntax.value,
        "The crop leaves @\(handle.text), which is \(size.width) x \(size.height) px")
    }
  }
}
