/// A shot made from a reference that does not show the product.
enum WrongReferenceKind: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    subject.effective(.from).compactMap { property in
      guard let handle = property.value?.handle, let kind = subject.reading.handles[handle.text]?.kind,
        kind != .product, kind != .detail
      else { return nil }
      return .error(
        .wrongReferenceKind, at: handle.range,
        "@\(handle.text) is a \(kind.rawValue) reference; a shot is made from a product or detail reference")
    }
  }
}
