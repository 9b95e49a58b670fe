internal import Catalog

/// The models at hand, by the name that shot lists use.
public struct ProviderRegistry: Sendable {
  private let byID: [String: any Provider]

  /// Of two providers with one name the later counts.
  public init(_ providers: [any Provider]) {
    byID = Dictionary(providers.map { ($0.card.id, $0) }, uniquingKeysWith: { $1 })
  }

  /// All names, in alphabetical order.
  public var ids: [String] { byID.keys.sorted() }

  /// The provider of exactly this name.
  public func provider(_ id: String) -> (any Provider)? { byID[id] }
}
