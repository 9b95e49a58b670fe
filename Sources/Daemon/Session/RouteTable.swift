/// Finds the row of a method.
struct RouteTable: Sendable {
  private let rows: [String: Route]

  /// The names that sessions handle themselves and no row may have.
  static let reserved: Set<String> = ["shutdown", "exit", "$/cancelRequest"]

  /// A table of `routes`. Two rows of one name, or of a reserved name, are a mistake in the program.
  init(_ routes: [Route]) {
    rows = Dictionary(routes.map { ($0.method, $0) }, uniquingKeysWith: { _, last in last })
    precondition(rows.count == routes.count, "two routes have the same method")
    precondition(Self.reserved.isDisjoint(with: rows.keys), "a route has a method that sessions handle themselves")
  }

  /// The row that answers requests of this name.
  func request(_ method: String) -> Route? { rows[method].flatMap { $0.isNotification ? nil : $0 } }

  /// The row that takes notifications of this name.
  func notification(_ method: String) -> Route? { rows[method].flatMap { $0.isNotification ? $0 : nil } }
}
