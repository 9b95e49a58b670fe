/// An embedded ICC profile.
enum ColorProfile {
  /// The largest accepted profile, in bytes. The largest press profiles in use have under 3 MiB.
  static let maxBytes = 4 << 20
}
