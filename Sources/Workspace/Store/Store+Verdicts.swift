import GRDB
import Platform

extension Snapshot {
  /// What a person decided about a picture.
  func verdict(on asset: AssetID) throws -> Verdict? {
    try Row.fetchOne(database, sql: "SELECT * FROM verdicts WHERE asset = ?", arguments: [asset.hex]).map { row in
      Verdict(
        kind: try row.word("kind"), note: row["note"], time: WallTime(millisecondsSince1970: row["time"]))
    }
  }
}

extension Transaction {
  /// Writes down what a person decided; nil forgets it.
  mutating func set(_ verdict: Verdict?, for asset: AssetID) throws {
    if let verdict {
      try database.execute(
        sql: """
          INSERT INTO verdicts (asset, kind, note, time) VALUES (?, ?, ?, ?)
          ON CONFLICT (asset) DO UPDATE SET kind = excluded.kind, note = excluded.note, time = excluded.time
          """,
        arguments: [asset.hex, verdict.kind.rawValue, verdict.note, verdict.time.millisecondsSince1970])
    } else {
      try database.execute(sql: "DELETE FROM verdicts WHERE asset = ?", arguments: [asset.hex])
    }
    note(Change(.asset, asset.hex))
  }
}
