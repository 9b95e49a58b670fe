/// Records of one kind, in the order in which they are shown, found by name.
public struct Shelf<Record: CatalogRecord>: Sendable {
  /// The records, in order.
  public private(set) var all: [Record] = []
  private var places: [String: Int] = [:]

  init(_ records: [Record]) {
    for record in records { put(record) }
  }

  /// The record with this name.
  public subscript(id: String) -> Record? { places[id].map { all[$0] } }

  /// The names, in order.
  public var ids: [String] { all.map(\.id) }

  /// Adds a record at the end, or in the place of the one with the same name.
  mutating func put(_ record: Record) {
    if let place = places[record.id] {
      all[place] = record
    } else {
      places[record.id] = all.count
      all.append(record)
    }
  }
}
