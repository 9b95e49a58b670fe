public import Catalog
public import Generation

/// Every model that this krafd can use, one adapter a line.
public func allProviders(catalog: Catalog) -> [any Provider] {
  []
}
