/// A record of the catalog: what every record has, and the fields of its kind.
public struct CatalogRecord: JSONConvertible, Equatable {
  /// What other methods take as its name.
  public var id: String

  /// A name for people.
  public var title: String

  /// One sentence.
  public var summary: String

  /// Further members, which stand beside the three on the wire.
  public var fields: JSONObject

  public init(id: String, title: String, summary: String, fields: JSONObject = [:]) {
    self.id = id
    self.title = title
    self.summary = summary
    self.fields = fields
  }
}

extension CatalogRecord {
  public init(json: JSONValue) throws(JSONMismatch) {
    id = try json.member("id")
    title = try json.member("title")
    summary = try json.member("summary")
    fields = try JSONObject(json: json)
    for key in ["id", "title", "summary"] { fields[key] = nil }
  }

  public var json: JSONValue {
    var object: JSONObject = ["id": id.json, "title": title.json, "summary": summary.json]
    for member in fields.members where object[member.key] == nil { object[member.key] = member.value }
    return .object(object)
  }
}
