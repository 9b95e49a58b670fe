public import Catalog
public import Generation

/// Every model that this krafd can use, one adapter a line. A model without a record in the catalog is left out.
public func allProviders(catalog: Catalog) -> [any Provider] {
  [
    catalog.model(named: "studio").map { StudioProvider(card: $0, vocabulary: catalog.vocabulary) }
  ].compactMap { $0 }
}
