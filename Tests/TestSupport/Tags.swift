public import Testing

extension Tag {
  /// Runs the built program as a user would.
  @Tag public static var endToEnd: Self
}
