import GRDB

extension Snapshot {
  /// All products by name of their file, each with its references in the order of the shot list.
  func products() throws -> [Product] {
    try Row.fetchAll(database, sql: "SELECT * FROM products ORDER BY id").map { row in
      let id = ProductID(rawValue: row["id"])
      return Product(id: id, name: row["name"], references: try references(of: id))
    }
  }

  private func references(of product: ProductID) throws -> [ProductReference] {
    try Row.fetchAll(
      database, sql: "SELECT * FROM productReferences WHERE product = ? ORDER BY place", arguments: [product.rawValue]
    ).map { row in
      let asset: String? = row["asset"]
      return ProductReference(
        handle: row["handle"], path: row["path"], kind: row["kind"], asset: asset.flatMap { AssetID($0) })
    }
  }
}

extension Transaction {
  /// Makes the product be as the shot list describes it now. A reference keeps its asset while its path stays.
  mutating func put(_ product: Product) throws {
    guard try !snapshot.products().contains(where: { $0.sameText(as: product) }) else { return }
    let id = product.id.rawValue
    try database.execute(
      sql: "INSERT INTO products (id, name) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name",
      arguments: [id, product.name])
    let known = try snapshot.products().first { $0.id == product.id }?.references ?? []
    try database.execute(sql: "DELETE FROM productReferences WHERE product = ?", arguments: [id])
    for (place, reference) in product.references.enumerated() {
      let asset = known.first { $0.handle == reference.handle && $0.path == reference.path }?.asset
      try database.execute(
        sql: """
          INSERT INTO productReferences (product, handle, place, path, kind, asset) VALUES (?, ?, ?, ?, ?, ?)
          ON CONFLICT DO NOTHING
          """,
        arguments: [id, reference.handle, place, reference.path, reference.kind, asset?.hex])
    }
    note(Change(.product, id))
  }

  /// Writes down the content that a reference's file had when it was read.
  mutating func setAsset(_ asset: AssetID, path: String, product: ProductID) throws {
    try database.execute(
      sql: "UPDATE productReferences SET asset = ?1 WHERE product = ?2 AND path = ?3 AND asset IS NOT ?1",
      arguments: [asset.hex, product.rawValue, path])
    if database.changesCount > 0 { note(Change(.product, product.rawValue)) }
  }
}

extension Product {
  /// Whether the shot list says the same, whatever was read since.
  fileprivate func sameText(as other: Product) -> Bool {
    id == other.id && name == other.name
      && references.map { [$0.handle, $0.path, $0.kind] } == other.references.map { [$0.handle, $0.path, $0.kind] }
  }
}
